// Makes a fresh clone runnable: installs the locked dependencies (which bring the pinned Node) when they are missing or old,
// and writes WXT's generated types. Needs nothing but Node 20 and npm.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.package-lock.json`;
const lock = `${root}package-lock.json`;

/** Runs npm, or ends this process with its exit code. */
function npm(args) {
  const cli = process.env.npm_execpath;
  const result = cli
    ? spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) {
    console.error(`ibid: "npm ${args.join(' ')}" failed; is the package registry reachable?`);
    process.exit(result.status ?? 1);
  }
}

if (!existsSync(stamp) || statSync(stamp).mtimeMs < statSync(lock).mtimeMs) {
  npm(['ci', '--loglevel=error', '--ignore-scripts']);
}
if (!existsSync(`${root}.wxt/tsconfig.json`)) {
  const result = spawnSync(process.execPath, [`${root}node_modules/wxt/bin/wxt.mjs`, 'prepare'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

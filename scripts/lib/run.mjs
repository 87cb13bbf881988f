import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';

/** The tools' own programs, started by this Node: no shell, no PATH, the same on every system. */
export const TOOLS = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
  webExt: 'node_modules/web-ext/bin/web-ext.js',
  wxt: 'node_modules/wxt/bin/wxt.mjs',
};

/**
 * Runs a tool of the project in its folder.
 *
 * @param {string} script One of {@link TOOLS}, or a script of this project.
 * @param {string[]} args
 * @param {{ stream?: boolean }} [options] `stream`: the output goes to the terminal as it comes, instead of being kept.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(script, args, { stream = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: ROOT,
      stdio: ['ignore', stream ? 'inherit' : 'pipe', stream ? 'inherit' : 'pipe'],
    });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve({ code: code ?? 1, output: signal ? `${output}\nEnded by ${signal}.` : output }),
    );
  });
}

// Runs a script written in TypeScript that leans on the project's own modules: `node scripts/lib/run-ts.mjs FILE ARGS…`.
// Node alone does not resolve the project's imports, which have no file endings.
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [file, ...args] = process.argv.slice(2);
const { module } = await runnerImport(resolve(file), { configFile: false, logLevel: 'error' });
process.exitCode = (await module.main(args)) ?? 0;

// Builds pieces of the shipped code as plain modules, without a DOM or a browser, so that they can be scored from outside:
// one file each in .output/bench/.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Output name and the module that is built into it. */
const ENTRIES = {
  'closest-sentence': 'scripts/bench/pieces/closest-sentence.ts',
  summaries: 'scripts/bench/pieces/summaries.ts',
};

const root = fileURLToPath(new URL('..', import.meta.url));

for (const [name, entry] of Object.entries(ENTRIES))
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { __OPEN_ROOTS__: 'false' },
    build: {
      target: 'es2022',
      outDir: '.output/bench',
      emptyOutDir: false,
      minify: false,
      lib: { entry, formats: ['es'], fileName: () => `${name}.mjs` },
    },
  });
console.log(`Built ${Object.keys(ENTRIES).join(', ')} into .output/bench.`);

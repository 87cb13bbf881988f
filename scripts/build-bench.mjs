// Builds pieces of the shipped code so that they can be scored from outside: plain modules that need no browser, and
// scripts to be put into a page. One file each in .output/bench/.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Output file and the module that is built into it. `.js` is a script for pages, `.mjs` a module. */
const ENTRIES = {
  'anchor.mjs': 'scripts/bench/pieces/anchor.ts',
  'anchor-dom.js': 'scripts/bench/pieces/anchor-dom.ts',
  'closest-sentence.mjs': 'scripts/bench/pieces/closest-sentence.ts',
  'export.mjs': 'scripts/bench/pieces/export.ts',
  'export-speed.mjs': 'scripts/bench/pieces/export-speed.ts',
  'summaries.mjs': 'scripts/bench/pieces/summaries.ts',
  'textfrag.js': 'scripts/bench/pieces/textfrag.ts',
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
      rolldownOptions: { external: /^node:/ },
      lib: { entry, name: 'piece', formats: [name.endsWith('.mjs') ? 'es' : 'iife'], fileName: () => name },
    },
  });
console.log(`Built ${Object.keys(ENTRIES).join(', ')} into .output/bench.`);

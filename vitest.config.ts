import { defineConfig } from 'vitest/config';

const TESTED = '{utils,components,tests,demo,scripts}/**';

/**
 * Most of the time of short tests is that of a process and its modules, so files share processes where nothing of one is left for
 * the next: those of folders without globals (decision 0001), and, with the page cleared in between, those that need a document.
 */
const DOM = ['{utils,components}/**/*.dom.test.{ts,tsx}', '{utils,components}/**/*.test.tsx'];
const PURE = 'utils/{model,detectors,references,claims,sources,works,quotes,search,formats,notes}/**/*.test.ts';

/**
 * The same end-to-end tests, once for each browser: three files at a time, because each waits for its browser. The files that
 * one process runs share that browser, and each suite finds the extension as if it were new (tests/e2e/house.ts).
 */
const endToEnd = (browser: 'chromium' | 'firefox') => ({
  extends: true as const,
  test: {
    name: `e2e-${browser}`,
    include: ['tests/e2e/**/*.e2e.ts'],
    environment: 'node',
    env: { IBID_BROWSER: browser },
    isolate: false,
    globalSetup: 'tests/e2e/temporary.ts',
    maxWorkers: 3,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  define: { __OPEN_ROOTS__: 'true' },
  test: {
    setupFiles: ['tests/english.ts'],
    // No test is about speed: this only ends what hangs, also on a machine that is busy.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [PURE],
          exclude: DOM,
          environment: 'node',
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          include: DOM,
          environment: 'happy-dom',
          isolate: false,
          setupFiles: ['tests/bare-page.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          include: [`${TESTED}/*.test.{ts,tsx,mjs}`],
          exclude: [PURE, ...DOM],
          environment: 'node',
        },
      },
      endToEnd('chromium'),
      endToEnd('firefox'),
    ],
  },
});

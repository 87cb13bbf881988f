import { defineConfig } from 'vitest/config';

const TESTED = '{utils,components,tests,demo,scripts}/**';

/** Folders without globals (decision 0001): nothing of one file's tests is left for the next, so files share processes. */
const PURE = 'utils/{model,detectors,references,claims,sources,works,quotes,search,formats,notes}/**/*.test.ts';

/**
 * The same end-to-end tests, once for each browser: three files at a time, because each waits for its browser. The files that
 * one process runs share that browser, and each suite finds the extension in it new (tests/e2e/stage.ts).
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
          exclude: [`${TESTED}/*.dom.test.*`],
          environment: 'node',
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit-apart',
          include: [`${TESTED}/*.test.{ts,mjs}`],
          exclude: [PURE, `${TESTED}/*.dom.test.*`],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          include: [`${TESTED}/*.dom.test.{ts,tsx}`, `${TESTED}/*.test.tsx`],
          environment: 'happy-dom',
        },
      },
      endToEnd('chromium'),
      endToEnd('firefox'),
    ],
  },
});

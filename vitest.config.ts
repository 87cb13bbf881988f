import { defineConfig } from 'vitest/config';

const TESTED = '{utils,components,tests,demo,scripts}/**';

/** The same end-to-end tests, once for each browser: three files at a time, because each waits for a browser of its own. */
const endToEnd = (browser: 'chromium' | 'firefox') => ({
  extends: true as const,
  test: {
    name: `e2e-${browser}`,
    include: ['tests/e2e/**/*.e2e.ts'],
    environment: 'node',
    env: { IBID_BROWSER: browser },
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  define: { __OPEN_ROOTS__: 'true' },
  test: {
    setupFiles: ['tests/english.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${TESTED}/*.test.{ts,mjs}`],
          exclude: [`${TESTED}/*.dom.test.*`],
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

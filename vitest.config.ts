import { defineConfig } from 'vitest/config';

const TESTED = '{utils,components,tests,demo,scripts}/**';

/** The same end-to-end tests, once for each browser: one file after the other, because each starts a browser of its own. */
const endToEnd = (browser: 'chromium' | 'firefox') => ({
  extends: true as const,
  test: {
    name: `e2e-${browser}`,
    include: ['tests/e2e/**/*.e2e.ts'],
    environment: 'node',
    env: { IBID_BROWSER: browser },
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  define: { __OPEN_ROOTS__: 'true' },
  test: {
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

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly {
    id: string;
    impact: string;
    nodes: readonly { html: string; failureSummary: string }[];
  }[];
}

/** What axe finds wrong in a page, or in a part of it, in one line each. */
export async function violations(page: Page, within: string): Promise<string[]> {
  await page.evaluate(AXE);
  const result = (await page.evaluate(
    (within) =>
      (globalThis as unknown as { axe: { run(context: unknown, options: unknown): Promise<unknown> } }).axe.run(
        within,
        {
          resultTypes: ['violations'],
        },
      ),
    within,
  )) as AxeResult;
  return result.violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} (${impact}): ${html}\n${failureSummary}`),
  );
}

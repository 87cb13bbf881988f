import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { openNote, until, useStage, waitForNote } from './stage';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly {
    id: string;
    impact: string;
    nodes: readonly { html: string; failureSummary: string }[];
  }[];
}

/** What axe finds wrong in a page, or in a part of it, in one line each. */
async function violations(page: Page, within: string): Promise<string[]> {
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

describe('accessibility', () => {
  const stage = useStage({ lookUp: 'on-open' });

  test('the note', async () => {
    const page = await stage.open('https://journal.example/axe', 'article');
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    expect(await violations(page, '[popover="manual"]')).toEqual([]);
    await page.close();
  });

  for (const name of ['library', 'options', 'popup']) {
    test(`the ${name} page`, async () => {
      const page = await stage.driver.extensionPage(`${name}.html`);
      await until(() => page.evaluate(() => document.body.textContent!.trim().length > 20), {
        what: 'words on the page',
      });
      expect(await violations(page, 'html')).toEqual([]);
      await page.close();
    });
  }
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Colours only where a person looks on. */
const paint = (code, text) => (process.stdout.isTTY ? `\u001b[${code}m${text}\u001b[0m` : text);

/**
 * Takes the minutes of a tour: prints every step with what was truly seen, and keeps pictures and files.
 *
 * @param {string} folder Where pictures and files go; made where missing.
 * @param {string} name The browser's, before every picture's.
 */
export function createReport(folder, name) {
  mkdirSync(folder, { recursive: true });
  let number = 0;
  let failed = 0;
  let watched;
  return {
    /** Number of steps that did not happen. */
    get failed() {
      return failed;
    },
    get steps() {
      return number;
    },
    /**
     * Does one step.
     *
     * @param {string} title What happens, as a reader would say it.
     * @param {() => Promise<string | undefined>} work Gives what was seen; throws where it did not happen.
     * @returns {Promise<boolean>} Whether it happened.
     */
    async step(title, work) {
      number += 1;
      const label = `${String(number).padStart(2)}  ${title}`;
      try {
        const seen = await work();
        console.log(`  ${paint(32, '✓')} ${label}${seen ? paint(2, `: ${seen}`) : ''}`);
        return true;
      } catch (error) {
        failed += 1;
        console.log(`  ${paint(31, '✗')} ${label}: ${error.message}`);
        const path = join(folder, `${name}-failed-${number}.png`);
        await watched?.screenshot({ path }).catch(() => {});
        return false;
      }
    },
    /** The page to take a picture of when a step fails. @param {import('puppeteer-core').Page} page */
    watch(page) {
      watched = page;
    },
    /** Keeps a picture of what a page shows. @param {import('puppeteer-core').Page} page @param {string} what */
    async picture(page, what) {
      await page.screenshot({ path: join(folder, `${name}-${what}.png`) });
    },
    /** Keeps a file. @param {string} file @param {string} text */
    keep(file, text) {
      writeFileSync(join(folder, `${name}-${file}`), text);
    },
  };
}

/** @typedef {ReturnType<typeof createReport>} Report */

/**
 * Throws unless something is so.
 *
 * @param {unknown} condition
 * @param {string} otherwise What to say when it is not.
 */
export function must(condition, otherwise) {
  if (!condition) throw new Error(otherwise);
}

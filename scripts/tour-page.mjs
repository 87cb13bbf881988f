// What a tour does with its hands and sees with its eyes on a page of the web: the pointer, and Ibid's open shadow roots.
import { until } from './lib/until.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/** A text on one line. @param {string} text */
export const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

/**
 * What of Ibid's own is on the page, as text and state.
 *
 * @param {Page} page
 * @param {string} selector Matched inside open shadow roots only.
 * @returns {Promise<{ text: string, html: string, box: { x: number, y: number, width: number, height: number } }[]>}
 */
export const ours = (page, selector) =>
  page.evaluate((wanted) => {
    const found = [];
    const look = (root) => {
      for (const element of root.querySelectorAll('*')) {
        if (!element.shadowRoot) continue;
        for (const inside of element.shadowRoot.querySelectorAll(wanted)) {
          const { x, y, width, height } = inside.getBoundingClientRect();
          const isShown = width > 0 && height > 0 && inside.checkVisibility();
          // biome-ignore lint/performance/useDomNodeTextContent: what is shown counts, not what is there.
          if (isShown) found.push({ text: inside.innerText, html: inside.outerHTML, box: { x, y, width, height } });
        }
        look(element.shadowRoot);
      }
    };
    look(document);
    return found;
  }, selector);

/** The words that a page shows. @param {Page} page */
// biome-ignore lint/performance/useDomNodeTextContent: as above.
export const wordsOf = (page) => page.evaluate(() => document.body.innerText);

/** Waits for something of Ibid's own. @param {Page} page @param {string} selector @param {RegExp} [text] @param {number} [timeoutMs] */
export const waitOurs = (page, selector, text = /(?:)/, timeoutMs = 10_000) =>
  until(async () => (await ours(page, selector)).find((seen) => text.test(seen.text)), {
    what: `${selector} that says ${text}`,
    timeoutMs,
  });

/** Scrolls a note until a part of it can be seen, as a wheel would. */
const bringIntoView = (page, selector, words) =>
  page.evaluate(
    (wanted, source, flags) => {
      const text = new RegExp(source, flags);
      const look = (root) => {
        for (const element of root.querySelectorAll('*')) {
          if (!element.shadowRoot) continue;
          const found = [...element.shadowRoot.querySelectorAll(wanted)].find((inside) =>
            text.test(inside.textContent),
          );
          found?.scrollIntoView({ block: 'center', behavior: 'instant' });
          look(element.shadowRoot);
        }
      };
      look(document);
    },
    selector,
    words.source,
    words.flags,
  );

/** Waits until something of Ibid's own stands still and says the same for a while. @param {Page} page @param {string} selector */
export async function stillOurs(page, selector) {
  let before = '';
  let since = Date.now();
  return until(
    async () => {
      const [seen] = await ours(page, selector);
      const now = JSON.stringify(seen && [seen.text, seen.box]);
      if (now !== before) since = Date.now();
      before = now;
      return seen && Date.now() - since > 400 && seen;
    },
    { what: `${selector} to stand still` },
  );
}

/** Presses a button of Ibid's own by the words on it, with the pointer. @param {Page} page @param {RegExp} words @param {string} [selector] */
export async function press(page, words, selector = 'button, a[href], summary, [role=button]') {
  const middle = ({ box }) => [box.x + box.width / 2, box.y + box.height / 2];
  await waitOurs(page, selector, words);
  await bringIntoView(page, selector, words);
  await page.mouse.move(...middle(await waitOurs(page, selector, words)), { steps: 6 });
  // What came meanwhile may have moved it.
  await page.mouse.click(...middle(await waitOurs(page, selector, words)));
}

/** Where the first line of an element of the page is, after bringing it to the middle. @param {Page} page @param {string} selector */
export async function place(page, selector) {
  const box = await page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    element?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const line = element?.getClientRects()[0];
    return line && { x: line.x, y: line.y, width: line.width, height: line.height };
  }, selector);
  if (!box) throw new Error(`The page has no ${selector}.`);
  return { ...box, middleX: box.x + Math.min(box.width, 60) / 2, middleY: box.y + box.height / 2 };
}

/** Takes the pointer away from everything. @param {Page} page */
export const moveAway = (page) => page.mouse.move(4, 4, { steps: 4 });

/** Rests the pointer on an element of the page. @param {Page} page @param {string} selector */
export async function restOn(page, selector) {
  await moveAway(page);
  const { middleX, middleY } = await place(page, selector);
  await page.mouse.move(middleX - 12, middleY + 30);
  await page.mouse.move(middleX, middleY, { steps: 6 });
  return { x: middleX, y: middleY };
}

/**
 * What is painted on the page, by the name of its highlight: words as they are shown, hidden ones left out.
 *
 * @param {Page} page
 * @returns {Promise<Record<string, string[]>>}
 */
export const painted = (page) =>
  page.evaluate(() => {
    const shown = (painting) => {
      const range = document.createRange();
      range.setStart(painting.startContainer, painting.startOffset);
      range.setEnd(painting.endContainer, painting.endOffset);
      const texts = [];
      const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
      for (let node = walker.root.nodeType === 3 ? walker.root : walker.nextNode(); node; node = walker.nextNode()) {
        if (!range.intersectsNode(node) || !node.parentElement.checkVisibility()) continue;
        const from = node === range.startContainer ? range.startOffset : 0;
        const to = node === range.endContainer ? range.endOffset : node.length;
        texts.push(node.data.slice(from, to));
      }
      return texts.join('').replace(/\s+/g, ' ').trim();
    };
    const found = {};
    for (const [name, highlight] of CSS.highlights) found[name] = [...highlight].map(shown).filter(Boolean);
    return found;
  });

/** Everything painted, as one string. @param {Page} page */
export const paintedText = async (page) =>
  Object.values(await painted(page))
    .flat()
    .join(' ⁄ ');

/**
 * Selects words of the page with the pointer, from the first letter of `from` to the last of `to`.
 *
 * @param {Page} page @param {string} selector The element the words are in. @param {string} from @param {string} to
 * @returns {Promise<string>} The selection, as the browser has it.
 */
export async function selectWords(page, selector, from, to) {
  await place(page, selector);
  const ends = await page.evaluate(
    (wanted, first, last) => {
      const walker = document.createTreeWalker(document.querySelector(wanted), NodeFilter.SHOW_TEXT);
      let start;
      let end;
      while (walker.nextNode()) {
        const { data } = walker.currentNode;
        if (!start && data.includes(first)) start = { node: walker.currentNode, offset: data.indexOf(first) };
        if (data.includes(last)) end = { node: walker.currentNode, offset: data.indexOf(last) + last.length };
      }
      const box = (node, offset) => {
        const range = document.createRange();
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        return range.getBoundingClientRect();
      };
      const left = box(start.node, start.offset);
      const right = box(end.node, end.offset - 1);
      return {
        x1: left.left + 1,
        y1: left.top + left.height / 2,
        x2: right.right - 0.5,
        y2: right.top + right.height / 2,
      };
    },
    selector,
    from,
    to,
  );
  await page.mouse.move(ends.x1, ends.y1);
  await page.mouse.down();
  await page.mouse.move((ends.x1 + ends.x2) / 2, (ends.y1 + ends.y2) / 2, { steps: 5 });
  await page.mouse.move(ends.x2, ends.y2, { steps: 5 });
  await page.mouse.up();
  return page.evaluate(() => String(getSelection()).replace(/\s+/g, ' ').trim());
}

import { services } from './demo-answers.mjs';
import { DEMO_HOST } from './demo-page.mjs';
import { until } from './lib/until.mjs';
import {
  moveAway,
  oneLine,
  ours,
  painted,
  paintedText,
  place,
  press,
  restOn,
  stillOurs,
  waitOurs,
} from './tour-page.mjs';
import { must } from './tour-report.mjs';

const NOTE = '.frame';
const TRIAL = '#sips a[href$="bmj.e8501"]';
const YEARS = '#reviews a:first-of-type';
const RETRACTED = '#method ~ p a[href="#ref-5"]';
const SERVICE_HOSTS = Object.keys(services);
const START = { x: 4, y: 4 };

/** Requests that went to anybody but the demo's own host. */
const strangers = (world) => world.requests().filter(({ host }) => host !== DEMO_HOST);

const clipped = (text, length = 90) => (text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text);

/** Rests on a citation and waits for a note that says something. */
async function openNote(page, selector, says = /\S/) {
  const at = await restOn(page, selector);
  const note = await waitOurs(page, NOTE, says);
  return { note, at };
}

async function closeNote(page) {
  await moveAway(page);
  await until(async () => (await ours(page, NOTE)).length === 0, { what: 'the note to close when the pointer leaves' });
}

/**
 * From the page as it loads to the work in the reading list: everything a note does.
 *
 * @param {import('./tour.mjs').Scene} scene
 */
export async function readNotes({ page, world, demo, report }) {
  const { step, picture } = report;

  await step('The page opens and its citations are found', async () => {
    await page.goto(demo.url);
    await page.mouse.move(START.x, START.y);
    let before = -1;
    const count = await until(
      async () => {
        const now = Object.values(await painted(page)).flat().length;
        const isSteady = now > 0 && now === before;
        before = now;
        return isSteady && now;
      },
      { what: 'marks under citations' },
    );
    must(count >= 40, `only ${count} citations are marked`);
    await picture(page, '01-page');
    return `${count} are marked`;
  });

  await step('Nothing is requested by loading and scrolling', async () => {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let y = 0; y < height; y += 600) await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), y);
    await new Promise((next) => setTimeout(next, 1200));
    const asked = strangers(world);
    must(asked.length === 0, `${asked.length} requests, the first to ${asked[0]?.host}${asked[0]?.path}`);
    return `${world.requests().length} requests, all to the page's own site`;
  });

  await step('Resting on a citation opens a note, which asks before it asks anybody', async () => {
    const { note, at } = await openNote(page, TRIAL, /May Ibid look up studies\?/);
    must(strangers(world).length === 0, 'a service was asked without consent');
    const covers = note.box.y < at.y + 8 && note.box.y + note.box.height > at.y - 8;
    must(!covers, "the note covers the citation's own line");
    await picture(page, '02-consent');
    return 'it names the three services, and nothing has been sent';
  });

  await step('Consent is given in the note, and the note says what the study is', async () => {
    await press(page, /Look up studies when I open a note/);
    const { text } = await waitOurs(page, NOTE, /Demonstration summary/);
    must(/TRIAL 2013/i.test(text), `the kind line is not TRIAL 2013 but: ${clipped(oneLine(text))}`);
    must(/Kaner E\., Bland M\./.test(text), 'the authors are missing');
    must(/BMJ/.test(text) && /e8501/.test(text), 'the journal or page is missing');
    const hosts = await until(
      () => {
        const asked = [...new Set(strangers(world).map(({ host }) => host))].sort();
        return asked.length === SERVICE_HOSTS.length && asked;
      },
      { what: 'all three services to be asked' },
    );
    const telling = strangers(world).find(({ headers }) => headers.cookie || headers.referer);
    must(!telling, `a request to ${telling?.host} carries a cookie or a referrer`);
    await until(async () => /Europe PMC/.test((await ours(page, NOTE))[0]?.text ?? ''), {
      what: 'the provenance line',
    });
    await picture(page, '03-note');
    return `TRIAL 2013, from ${hosts.join(', ')}; no cookie, no referrer`;
  });

  await step('The summary unfolds in place', async () => {
    const folded = (await waitOurs(page, '.summary .text')).box.height;
    await press(page, /Unfold summary/);
    const unfolded = await until(
      async () => {
        const [{ box }] = await ours(page, '.summary .text');
        return box.height > folded && box.height;
      },
      { what: 'the summary to grow' },
    );
    await picture(page, '04-unfolded');
    return `from ${Math.round(folded)} to ${Math.round(unfolded)} px`;
  });

  await step('The claim is highlighted from the note', async () => {
    await press(page, /Highlight passage/);
    const words = await until(
      async () => /twenty minutes of counselling[^⁄]*a sentence of feedback/.exec(await paintedText(page))?.[0],
      { what: 'the claim to be marked' },
    );
    await moveAway(page);
    await picture(page, '05-claim');
    return `“…${clipped(words, 70)}”`;
  });

  await step('The work is saved to the reading list', async () => {
    await closeNote(page);
    await openNote(page, TRIAL, /Demonstration summary/);
    await press(page, /Save to reading list/);
    await waitOurs(page, NOTE, /In reading list/);
    await picture(page, '06-saved');
    await closeNote(page);
    return 'the note says that it is in the list';
  });

  await step('Alt+click highlights the claim of another citation, and does not follow the link', async () => {
    const { middleX, middleY } = await place(page, '#whom ~ p a[href$="add.12950"]');
    await page.keyboard.down('Alt');
    await page.mouse.click(middleX, middleY);
    await page.keyboard.up('Alt');
    await until(async () => /does not seem to bring more of them to specialist care/.test(await paintedText(page)), {
      what: 'the claim to be marked',
    });
    must(page.url() === demo.url, `the page has changed to ${page.url()}`);
    await moveAway(page);
    await picture(page, '07-alt-click');
    return '“… does not seem to bring more of them to specialist care”';
  });

  await step('A cluster of years is one note with one entry for each', async () => {
    await openNote(page, YEARS);
    const entries = await until(
      async () => {
        const [note] = await ours(page, NOTE);
        const isWhole = ['Drug and Alcohol Review', '2010–11', '2011–12', '2012–13'].every((word) =>
          note?.text.includes(word),
        );
        return isWhole && (await ours(page, `${NOTE} li`)).length;
      },
      { what: 'the four entries' },
    );
    must(entries === 4, `${entries} entries instead of 4`);
    await press(page, /2012–13/, 'button');
    await waitOurs(page, NOTE, /Jonas D\./);
    await stillOurs(page, NOTE);
    await picture(page, '08-cluster');
    await press(page, /Save to reading list/);
    await waitOurs(page, NOTE, /In reading list/);
    await closeNote(page);
    return 'the fourth unfolds, and is saved';
  });

  await step('A retracted study says so', async () => {
    await openNote(page, RETRACTED, /retracted/i);
    await waitOurs(page, NOTE, /has been retracted/i);
    const { text } = await stillOurs(page, NOTE);
    await picture(page, '09-retracted');
    await closeNote(page);
    return clipped(oneLine(text), 60);
  });
}

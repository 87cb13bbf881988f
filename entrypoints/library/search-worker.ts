import { failedAs } from '../../utils/model/failure';
import { openDatabase } from '../../utils/storage/database';
import { type Answer, openSearchIndex } from '../../utils/storage/search-index';
import { createShardStore } from '../../utils/storage/shards';
import { createPause } from './pause';
import type { FromSearch, ToSearch } from './search-messages';

/** The search index in a thread of its own, so that neither building nor searching keeps the page waiting. */
const port = self as unknown as {
  postMessage(message: FromSearch): void;
  onmessage: (event: MessageEvent<ToSearch>) => void;
};

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
/** Answers from which entries may still be wanted; older ones were superseded on the page. */
const KEPT_ANSWERS = 20;

/** Whether this window is the one that stores the index: the lock is held until the window goes. */
function isFirstWindow(): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request('ibid-search', { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise<void>(() => {}) : undefined;
    });
  });
}

async function open() {
  const opened = await openDatabase({ onSuperseded: () => port.postMessage({ type: 'superseded' }) });
  if (!opened.ok) {
    port.postMessage({ type: 'failed', failure: opened.failure });
    return undefined;
  }
  return openSearchIndex({
    library: opened.value,
    store: createShardStore(),
    segment: (text) => segmenter.segment(text),
    pause: createPause(),
    keeps: await isFirstWindow(),
    tell: (waiting, kept) => port.postMessage({ type: 'changed', waiting, kept }),
    onError: (error) =>
      port.postMessage({
        type: 'failed',
        failure: failedAs('storage', 'search', 'unreadable', String(error)).failure,
      }),
  });
}

const opening = open();
const answers = new Map<number, Answer>();

port.onmessage = async ({ data: asked }) => {
  const index = await opening;
  if (!index) return;
  if (asked.type === 'search') {
    const answer = index.search(asked.search);
    answers.set(asked.id, answer);
    for (const old of [...answers.keys()].slice(0, -KEPT_ANSWERS)) answers.delete(old);
    const { total, facets, meant } = answer;
    const wanted = meant.map((clause) => clause.map(({ word, as, corrections }) => ({ word, as, corrections })));
    port.postMessage({ type: 'found', id: asked.id, total, facets, wanted });
  } else if (asked.type === 'ids') {
    port.postMessage({ type: 'ids', id: asked.id, ids: answers.get(asked.id)?.ids() ?? [] });
  } else if (asked.type === 'cross') {
    const counts = answers.get(asked.id)?.cross(asked.rows, asked.columns) ?? [];
    port.postMessage({ ...asked, counts });
  } else {
    const entries = (await answers.get(asked.id)?.entries(asked.from, asked.to)) ?? [];
    port.postMessage({ type: 'entries', id: asked.id, from: asked.from, entries });
  }
};

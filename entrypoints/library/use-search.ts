import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { canCount, chosenIn, type Half } from '../../components/library/halves';
import { type Asked, type FoundState, isOrderIn, type LibraryState } from '../../components/library/library-page';
import type { Entry } from '../../components/library/shelf';
import { CHUNK } from '../../components/library/virtual-list';
import { highlight } from '../../utils/search/highlight';
import { NEWER_STAGE } from '../../utils/storage/database';
import type { readNewest } from '../../utils/storage/kept';
import type { TextSearch } from '../../utils/storage/search-index';
import { createSearchClient, type FoundAnswer } from './search-client';
import type { Kept } from './search-messages';

const FIRST: Asked = { section: 'items', text: '', chosen: {}, order: 'best' };
/** Under this name an address says what is searched for at first. */
const SEARCH = 'search';
/** So many chunks from what is in sight are kept. */
const FAR = 50;
/** So many texts are known with what is marked in them. */
const MOST_MARKED = 2000;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

const countIn = ({ facets }: FoundAnswer, section: string) =>
  facets.in?.find(({ value }) => value === section)?.count ?? 0;
const countsIn = (answer: FoundAnswer, chosen: Asked['chosen']) => ({
  items: canCount('items', chosen) ? countIn(answer, 'items') : undefined,
  passages: canCount('passages', chosen) ? countIn(answer, 'passages') : undefined,
});

function correctionsIn({ wanted }: FoundAnswer) {
  return wanted
    .flat()
    .flatMap(({ word, as, corrections }) =>
      as === 'misspelt' && corrections.length > 0 ? [{ word, meant: corrections }] : [],
    );
}

/** The library as it is asked about: its state, live, and the means to ask for something else. */
export function useSearch(
  /** The newest entries: shown before the index is there. */
  firstRead: ReturnType<typeof readNewest>,
  /** The reader's own order of a collection. */
  orderOf: (collection: string) => readonly string[],
): {
  readonly state: LibraryState;
  readonly asked: Asked;
  readonly ask: (change: Partial<Asked>) => void;
  readonly see: (chunks: readonly number[]) => void;
  /** Ids of all that was found, in order. */
  readonly ids: () => Promise<readonly string[]>;
  /** The first entries of another search, beside the one that is shown. */
  readonly find: (search: TextSearch, most: number) => Promise<readonly Entry[]>;
} {
  const [state, setState] = useState<LibraryState>({ type: 'opening' });
  const first = useMemo(() => ({ ...FIRST, text: new URLSearchParams(location.search).get(SEARCH) ?? '' }), []);
  const [asked, setAsked] = useState<Asked>(first);
  const now = useRef({ asked: first as Asked, seen: [0] as readonly number[], waiting: 0, round: 0, isFirst: true });

  const latestOrder = useRef(orderOf);
  latestOrder.current = orderOf;

  const search = useMemo(() => {
    let isOpen = true;
    const client = createSearchClient({
      onChanged: (waiting, all) => {
        now.current.waiting = waiting;
        kept = all;
        if (now.current.isFirst && waiting === 0) {
          // A reader who keeps passages only shall not be met by an empty reading list.
          if (all.items === 0 && all.passages > 0) choose({ section: 'passages' });
          now.current.isFirst = all.items + all.passages === 0;
        }
        void run();
      },
      onFailed: (failure) => end({ type: 'failed', failure, isNewer: failure.stage === NEWER_STAGE }),
      onSuperseded: () => end({ type: 'superseded' }),
    });
    let answer: FoundAnswer | undefined;
    let answered = '';
    let answeredChosen: Asked['chosen'] = {};
    let kept: Kept = { items: 0, passages: 0 };
    let chunks = new Map<number, readonly Entry[]>();
    let shownRound = 0;
    /** What is marked in each text that was drawn: entries are drawn more often than they are others. */
    let marked = new Map<string, ReturnType<typeof highlight>>();
    let isReading = false;

    function end(last: LibraryState): void {
      isOpen = false;
      setState(last);
    }
    function show(): void {
      if (!answer || !isOpen) return;
      const current = answer;
      const read = chunks;
      const ofAnswer = marked;
      const totals = countsIn(current, answeredChosen);
      const found: FoundState = {
        total: current.total,
        totals,
        searched: answered,
        facets: current.facets,
        corrections: correctionsIn(current),
        marks: (text) => {
          const known = ofAnswer.get(text);
          if (known) return known;
          const found = highlight(text, current.wanted, (run) => segmenter.segment(run));
          // A long list must not fill the memory with these, either.
          if (ofAnswer.size >= MOST_MARKED) ofAnswer.clear();
          ofAnswer.set(text, found);
          return found;
        },
        chunk: (chunk) => read.get(chunk),
        cross: (rows, columns) => client.cross(current.id, rows, columns),
        kept,
        waiting: now.current.waiting,
      };
      setState({ type: 'open', found });
    }
    const readChunk = (id: number, chunk: number) => client.entries(id, chunk * CHUNK, (chunk + 1) * CHUNK);

    /** Asks anew, and shows the answer together with what of it is in sight, so that nothing flickers. */
    async function run(): Promise<void> {
      now.current.round += 1;
      const { round, seen } = now.current;
      const { section, text, chosen, order } = now.current.asked;
      const next = await client.search({
        text,
        chosen: { ...chosen, in: [section === 'trash' ? 'items' : section] },
        order: order === 'hand' ? 'newest' : order,
        isTyping: true,
        ...(order === 'hand' && { byHand: latestOrder.current(chosen.collection?.[0] ?? '') }),
      });
      if (round !== now.current.round) return;
      const fresh = await Promise.all(seen.map(async (chunk) => [chunk, await readChunk(next.id, chunk)] as const));
      if (round !== now.current.round) return;
      answer = next;
      shownRound = round;
      marked = new Map();
      answered = `${section} ${text.trim()}`;
      answeredChosen = chosen;
      chunks = new Map(fresh);
      show();
      void readOn();
    }
    function choose(change: Partial<Asked>): void {
      const { section } = now.current.asked;
      const asked = { ...now.current.asked, ...change };
      const isOther = asked.section !== section && asked.section !== 'trash';
      const next = isOther ? { ...asked, chosen: chosenIn(asked.section as Half, asked.chosen) } : asked;
      // An order by hand is that of one collection.
      const isOfOne = next.chosen.collection?.length === 1;
      now.current.asked = isOrderIn(next.order, next.section, isOfOne) ? next : { ...next, order: 'best' };
      now.current.seen = [0];
      setAsked(now.current.asked);
    }
    function ask(change: Partial<Asked>): void {
      choose(change);
      void run();
    }
    /** Reads what is in sight and not read yet, one chunk after the other: each is drawn in a turn of its own. */
    async function readOn(): Promise<void> {
      if (isReading) return;
      isReading = true;
      for (;;) {
        const { round, seen } = now.current;
        const id = answer?.id;
        const missing = seen.find((chunk) => !chunks.has(chunk));
        // Where another answer is on its way, its coming goes on with this.
        if (id === undefined || missing === undefined || !isOpen || round !== shownRound) break;
        const entries = await readChunk(id, missing);
        if (id !== answer?.id) continue;
        // What is far away is read again when it comes near: a long list must not fill the memory.
        const near = [...chunks].filter(([chunk]) => Math.abs(chunk - missing) < FAR);
        chunks = new Map([...near, [missing, entries]]);
        show();
      }
      isReading = false;
    }
    function see(seen: readonly number[]): void {
      now.current.seen = seen.length > 0 ? seen : [0];
      void readOn();
    }
    /** The newest entries, before the index is there. */
    async function showNewest(): Promise<void> {
      const newest = await firstRead;
      if (
        !newest.ok ||
        now.current.round > 0 ||
        now.current.asked.text !== '' ||
        newest.value.entries.length === 0 ||
        !isOpen
      )
        return;
      const { table, entries } = newest.value;
      choose({ section: table });
      setState({
        type: 'open',
        found: {
          total: entries.length,
          searched: '',
          facets: {},
          corrections: [],
          marks: () => [],
          chunk: (chunk) => (chunk === 0 ? entries : []),
          cross: async () => [],
          waiting: 0,
        },
      });
    }
    void showNewest().finally(client.start);
    return {
      ask,
      see,
      ids: async () => (answer ? client.ids(answer.id) : []),
      find: async (wanted: TextSearch, most: number) => client.entries((await client.search(wanted)).id, 0, most),
      close: client.close,
    };
  }, []);
  useEffect(() => search.close, [search]);

  return { state, asked, ask: search.ask, see: search.see, ids: search.ids, find: search.find };
}

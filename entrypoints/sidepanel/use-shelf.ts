import { useEffect, useState } from 'preact/hooks';
import { failureText } from '../../components/pages/failure-text';
import { type Identifier, identifierKey } from '../../utils/model/identifier';
import { sendToBackground } from '../../utils/platform/send';
import { type PageShelf, type PageWish, watchPageShelf } from '../../utils/storage/page-shelf';

/** As many as the background takes at once. */
const AT_ONCE = 400;
const EMPTY: PageShelf = { passages: [], cited: new Map(), related: [] };

/** What the library knows of a page, live; with the failure in words where it cannot be read. */
export function useShelf(wish: PageWish): { readonly shelf: PageShelf; readonly failure?: string } {
  const [told, setTold] = useState<{ shelf: PageShelf; failure?: string }>({ shelf: EMPTY });
  const asked = JSON.stringify(wish);
  useEffect(() => {
    return watchPageShelf(wish, (watched) => {
      if (watched.type === 'open') setTold({ shelf: watched.value });
      if (watched.type === 'failed') setTold({ shelf: EMPTY, failure: failureText(watched.failure) });
    });
  }, [asked]);
  return told;
}

/** Keys of those identifiers that name a work which was retracted or is in doubt, by the lists on this device. Nobody else is asked. */
export function useFallen(identifiers: readonly Identifier[]): ReadonlySet<string> {
  const [fallen, setFallen] = useState<ReadonlySet<string>>(new Set());
  const asked = identifiers.map(identifierKey).join(' ');
  useEffect(() => {
    let isOver = false;
    const ask = async () => {
      const found = new Set<string>();
      for (let from = 0; from < identifiers.length; from += AT_ONCE) {
        const some = identifiers.slice(from, from + AT_ONCE);
        const reply = await sendToBackground('askStanding', { cited: some.map((id) => ({ identifiers: [id] })) });
        if (isOver) return;
        for (const index of reply.ok ? reply.value.fallen : []) if (some[index]) found.add(identifierKey(some[index]));
      }
      setFallen(found);
    };
    void ask();
    return () => {
      isOver = true;
    };
  }, [asked]);
  return fallen;
}

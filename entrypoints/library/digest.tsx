import { useEffect, useState } from 'preact/hooks';
import { Digest, daysAgo } from '../../components/library/digest';
import type { Entry } from '../../components/library/shelf';
import { failureText } from '../../components/pages/failure-text';
import type { Offered } from '../../utils/formats/offered';
import { readChangedSince } from '../../utils/storage/kept';
import type { Library } from '../../utils/storage/library';

export interface DigestDeskProps {
  readonly library: Library;
  /** Changes when something in the library has changed. */
  readonly version: unknown;
  readonly dateText: (at: number) => string;
  readonly onTake: (format: Offered, ids: ReadonlySet<string>) => void;
  readonly onFailed: (message: string) => void;
}

/** What the reader added and changed, read when it is asked for and after every change. */
export function DigestDesk({ library, version, dateText, onTake, onFailed }: DigestDeskProps) {
  const [now] = useState(() => Date.now());
  const [since, setSince] = useState(() => daysAgo(now, 7));
  const [entries, setEntries] = useState<readonly Entry[]>();
  useEffect(() => {
    let isOver = false;
    void readChangedSince(library, since).then((read) => {
      if (isOver) return;
      if (read.ok) setEntries(read.value);
      else onFailed(failureText(read.failure));
    });
    return () => {
      isOver = true;
    };
  }, [since, version]);
  return <Digest entries={entries} since={since} now={now} dateText={dateText} onSince={setSince} onTake={onTake} />;
}

import { findCitations } from '../../utils/detectors/find';
import { linkMayCite, textMayCite } from '../../utils/detectors/gate';
import { citesInText, headsList } from '../../utils/detectors/own-list';
import { taughtCitation } from '../../utils/detectors/taught';
import { citationIdentifiers } from '../../utils/model/citation';
import type { PageCitation } from '../../utils/page/door';
import { watchGate } from '../../utils/page/gate';
import { pageSays } from '../../utils/page/page-says';
import { createScanner } from '../../utils/page/scanner';

/** The scanner by itself, in a page's own world, where a test can ask what it found. */
const life = new AbortController();
const scanner = createScanner({
  document,
  signal: life.signal,
  find: findCitations,
  citesInText,
  headsList,
  says: () => pageSays(document),
  rules: () => [],
  cite: taughtCitation,
});

const said = ({ citation }: PageCitation): string =>
  [
    citation.kind,
    citation.label,
    ...(citation.reference ? [`→ ${citation.reference.id}`] : []),
    ...citationIdentifiers(citation).map(({ scheme, value }) => `${scheme}:${value}`),
  ].join(' ');

/** Whether the gate opens for some HTML in the page's place; `data-shadow` is put into a shadow root. */
async function opens(html: string): Promise<boolean> {
  document.body.innerHTML = html;
  for (const host of document.querySelectorAll('[data-shadow]'))
    host.attachShadow({ mode: 'open' }).innerHTML = host.getAttribute('data-shadow')!;
  const ended = new AbortController();
  let isOpen = false;
  const open = () => {
    isOpen = true;
  };
  const gate = watchGate({ document, signal: ended.signal, linkMayCite, textMayCite, open });
  while (!isOpen && !gate.isSettled) await new Promise((next) => setTimeout(next, 5));
  ended.abort();
  return isOpen;
}

const probe = {
  opens,
  settled: () => scanner.settled,
  known: () => scanner.known().length,
  said: () => scanner.citations().map(said),
  texts: () => scanner.citations().map(({ citation }) => citation.reference?.text),
  cluster: (label: string) => {
    const found = scanner.citations().find(({ citation }) => citation.label === label);
    return found ? scanner.cluster(found).map(({ citation }) => citation.label) : [];
  },
  at: (link: Element | null) => scanner.at(link, 0, 0)?.citation.label,
  under: (x: number, y: number) => scanner.at(document.elementFromPoint(x, y), x, y)?.citation.label,
  abort: () => life.abort(),
};

/** What tests ask. */
export type Probe = typeof probe;

(globalThis as { probe?: Probe }).probe = probe;

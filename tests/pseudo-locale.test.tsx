// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import type { ComponentChild } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../utils/model/settings';
import { NOT_ASKED } from '../utils/notes/progress';

/** A language of signs: no word of it has a letter, so that every letter on the screen is data or stands in the code. */
vi.hoisted(() => {
  const signs = (name: string) => (name === 'extension_language' ? 'en' : '⟦{0}…{1}⟧');
  Object.assign(globalThis, { chrome: { i18n: { getMessage: signs, getUILanguage: () => 'en' } } });
});

afterEach(cleanup);

/** Data is written in brackets of its own. */
const DATA = /‹[^›]*›/g;
/** The name is the same in every language; values of time and number have letters of their own. */
const ALLOWED = /\bIbid\b|\d+(?::\d+)?\s?(?:AM|PM|kB|ms)?/g;

/** The words that a component shows or has read out, apart from its data. */
function wordsOf(child: ComponentChild): string[] {
  const { container } = render(<div>{child}</div>);
  const attributes = [...container.querySelectorAll('*')].flatMap((element) =>
    ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext'].map((name) => element.getAttribute(name) ?? ''),
  );
  const texts: string[] = [];
  for (const element of container.querySelectorAll('*'))
    for (const node of element.childNodes) if (node.nodeType === 3) texts.push(node.textContent ?? '');
  return [...attributes, ...texts]
    .map((text) => text.replace(DATA, '').replace(ALLOWED, ''))
    .filter((text) => /\p{L}/u.test(text));
}
const nothing = () => {};

describe('no word stands in the code of', () => {
  it('the note', async () => {
    const { Note } = await import('../components/note/note');
    const { say } = await import('../components/note/words');
    const { viewEntry } = await import('../utils/notes/view');
    const reference = { text: '‹Tarn 2012›', identifiers: [] };
    const citation = { kind: 'marker', label: '‹1›', identifiers: [], reference } as never;
    const failures = (['offline', 'timeout', 'limited', 'refused', 'server', 'format'] as const).map((kind) => ({
      kind,
      message: '',
      source: '‹s›',
    }));
    const work = {
      kind: 'trial',
      title: ['‹Lamps›'],
      csl: { title: '‹Lamps›' },
      ids: [],
      abstract: [],
      freeCopies: [{ url: 'https://a.example/' }],
      notices: [{ kind: 'retraction' }, { kind: 'concern' }, { kind: 'correction' }, { kind: 'newer-version' }],
      relations: [],
      provenance: {},
    } as never;
    const stages = [
      { ...NOT_ASKED, stage: 'starting' },
      { ...NOT_ASKED, stage: 'needs-consent', services: ['‹A›'] },
      { ...NOT_ASKED, stage: 'on-press', services: ['‹A›'] },
      { ...NOT_ASKED, stage: 'done', asked: ['‹B›'], failures },
      { ...NOT_ASKED, stage: 'done', work, listed: true },
    ] as const;
    for (const progress of stages) {
      const view = viewEntry(citation, progress as never, { say, now: 0, locale: 'en' });
      const entry = { label: '‹1›', view, deeds: { save: 'saved' } } as const;
      const actions = () =>
        ({
          drawFurther: () => nothing,
          drawWhich: () => nothing,
          onFollow: nothing,
        }) as never;
      for (const entries of [[entry], [entry, entry]]) {
        const note = (
          <Note
            entries={entries}
            unfolded={0}
            isDialog={false}
            isPrivate
            isPinned
            say={say}
            actions={actions}
            onUnfold={nothing}
            onPin={nothing}
            onMove={nothing}
            onClose={nothing}
          />
        );
        expect(wordsOf(note)).toEqual([]);
        cleanup();
      }
    }
  });

  it('the options page', async () => {
    const { OptionsPage } = await import('../components/options/options-page');
    const props = {
      settings: { ...DEFAULT_SETTINGS, offHosts: ['‹a.example›'], searches: [] },
      services: [{ id: '‹s›', label: '‹S›', docs: 'https://a.example/' }],
      styles: [{ id: '‹apa›', label: '‹APA›' }],
      commands: [{ name: '‹c›', description: '‹C›' }],
      retractions: { state: { size: 6, made: '‹2026›' }, dateText: () => '‹2026›', onLoad: nothing },
      rules: {
        rules: [{ site: '‹a.example›', says: 'not', selector: '‹a›', shape: '=‹1›' }],
        onDelete: nothing,
        onSave: nothing,
        onLoad: nothing,
      },
      terms: { terms: [{ id: '‹i›', word: '‹gull›', definition: '‹a bird›' }], message: '‹m›', onSave: nothing },
      log: { type: 'open', requests: [], total: 0 },
      libraryUrl: '',
      timeText: () => '‹t›',
      onChange: nothing,
      onMoreRequests: nothing,
      onShortcuts: nothing,
    };
    expect(wordsOf(<OptionsPage {...(props as never as Parameters<typeof OptionsPage>[0])} />)).toEqual([]);
  });

  it('the note on a word', async () => {
    const { WordNote } = await import('../components/glossary/word-note');
    for (const isWriting of [true, false])
      expect(
        wordsOf(
          <WordNote
            word="‹gull›"
            definition="‹a bird›"
            isWriting={isWriting}
            isDialog
            onSave={nothing}
            onRemove={nothing}
            onClose={nothing}
          />,
        ),
      ).toEqual([]);
  });

  it('the popup', async () => {
    const { Popup } = await import('../components/popup/popup');
    const kinds = ['marker', 'document-link', 'page-note'] as const;
    const view = {
      type: 'read',
      citations: 3,
      clusters: 2,
      passages: 1,
      settled: true,
      kinds,
      signs: ['care', 'own', 'past', 'word'],
      colours: ['pink'],
    } as const;
    const popup = (
      <Popup
        settings={DEFAULT_SETTINGS}
        view={view}
        host="‹a.example›"
        onChange={nothing}
        onLibrary={nothing}
        onPanel={nothing}
        onWelcome={nothing}
        onPack={nothing}
        onOptions={nothing}
      />
    );
    expect(wordsOf(popup)).toEqual([]);
  });

  it('the side panel', async () => {
    const { Panel } = await import('../components/panel/panel');
    const passage = { id: '‹p›', selectors: { quote: { exact: '‹Words.›' } }, colour: 'pink', remark: '' } as never;
    const place = (number: number) => ({ frameId: 0, number });
    const line = { id: '‹w›', title: '‹T›', line: '‹L›', label: '‹1›', places: [place(1), place(2)], text: '' };
    const item = { id: '‹i›', headline: '‹H›', work: { csl: {} } } as never;
    const page = {
      view: 'read',
      host: '‹a.example›',
      title: '‹A page›',
      settled: true,
      dates: [],
      lines: [{ ...line, status: 'reading' } as const],
      order: [place(1), place(2)],
      kinds: ['marker'],
      passages: [
        { passage, isMissing: false },
        { passage, isMissing: true },
      ],
      related: (['page', 'met', 'collection', 'tag'] as const).map((reason) => ({ item, reason, shared: '‹S›' })),
    } as const;
    for (const view of ['read', 'asking', 'pdf', 'closed', 'absent', 'own'] as const) {
      const panel = (
        <Panel
          settings={DEFAULT_SETTINGS}
          page={{ ...page, view }}
          at={place(1)}
          words={new Map()}
          onWords={nothing}
          onGo={nothing}
          onShow={nothing}
          onMend={nothing}
          onLibrary={nothing}
          workAddress={() => ''}
        />
      );
      expect(wordsOf(panel)).toEqual([]);
      cleanup();
    }
  });

  it('the welcome page', async () => {
    const { WelcomePage } = await import('../components/welcome/welcome-page');
    const reference = (id: string) => ({ id, text: '‹Tarn 2012›' });
    const page = (
      <WelcomePage
        settings={DEFAULT_SETTINGS}
        references={[reference('1'), reference('2'), reference('3')]}
        kept={[{ id: '1', is: 'work', words: '‹W›' }]}
        commands={[{ name: 'open-note', description: '‹C›', shortcut: '‹K›' }]}
        onChange={nothing}
        onPanel={nothing}
        onLibrary={nothing}
        onOptions={nothing}
        onShortcuts={nothing}
      />
    );
    expect(wordsOf(page)).toEqual([]);
  });
});

import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { STYLES } from '../../utils/formats/csl-styles';
import { DEFAULT_SETTINGS, type Settings } from '../../utils/model/settings';
import type { SiteRule } from '../../utils/model/site-rule';
import { t as sayLibrary } from '../library/words';
import { OptionsPage } from './options-page';
import type { LogState } from './request-log';
import { t } from './words';

const SERVICES = [
  { id: 'crossref', label: 'Crossref', docs: 'https://docs.example/crossref' },
  { id: 'openalex', label: 'OpenAlex', docs: 'https://docs.example/openalex', keyHeader: 'authorization' },
  { id: 'unpaywall', label: 'Unpaywall', docs: 'https://docs.example/u', isOptional: true, needsEmail: true } as const,
];
const EMPTY: LogState = { type: 'open', requests: [], total: 0 };

const RULE: SiteRule = { site: 'a.example', says: 'not', selector: 'nav.toc a', shape: '[0]' };

function show(change: Partial<Settings> = {}, log: LogState = EMPTY) {
  const [onChange, onLoad, onDelete, onPersist] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  render(
    <OptionsPage
      settings={{ ...DEFAULT_SETTINGS, ...change }}
      services={SERVICES}
      styles={STYLES}
      commands={[
        { name: 'save-passage', description: 'Save', shortcut: 'Alt+Shift+S' },
        { name: 'next', description: 'Next' },
      ]}
      log={log}
      storage={{ usedBytes: 2_000_000, roomBytes: 4_000_000_000, isPersistent: false }}
      onPersist={onPersist}
      terms={{ terms: [], onSave: vi.fn(), onRemove: vi.fn(), onExport: vi.fn(), onImport: vi.fn() }}
      retractions={{ state: { size: 6, made: '2026-05-03' }, dateText: (day) => `day ${day}`, onLoad }}
      rules={{ rules: [RULE], onDelete, onSave: vi.fn(), onLoad }}
      libraryUrl="library.html"
      timeText={(at) => `time ${at}`}
      onChange={onChange}
      onMoreRequests={vi.fn()}
      onShortcuts={vi.fn()}
    />,
  );
  return Object.assign(onChange, { onLoad, onDelete, onPersist });
}

afterEach(cleanup);

describe('the options page', () => {
  it('says what the list of retracted works holds, and takes the table', () => {
    const { onLoad } = show();
    expect(screen.getByText(/holds 6 names and is of day 2026-05-03/)).toBeTruthy();
    const file = new File(['x'], 'table.csv');
    fireEvent.change(screen.getByLabelText(t('retractionsLoad')), { target: { files: [file] } });
    expect(onLoad).toHaveBeenCalledWith(file);
  });

  it('says how much room the library takes, asks the browser to keep it, and leads to the backups', () => {
    const { onPersist } = show();
    expect(screen.getByText(/2 MB of 4 GB used/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: sayLibrary('persist') }));
    expect(onPersist).toHaveBeenCalledOnce();
    const backups = screen.getByRole('link', { name: t('storageBackups') });
    expect(backups.getAttribute('href')).toBe('library.html#safe-keeping');
  });

  it('gives works of the library no mark of their own where that is not wanted', () => {
    const onChange = show();
    fireEvent.click(screen.getByLabelText(t('listMarks')));
    expect(onChange).toHaveBeenCalledWith({ listMarks: true });
  });

  it('takes a key of the reader’s own for the services that know keys, and for no others', () => {
    const onChange = show({ keys: { other: 'o' } });
    expect(document.querySelectorAll('input[type=password]')).toHaveLength(1);
    fireEvent.change(screen.getByLabelText(t('serviceKey', 'OpenAlex')), { target: { value: ' k-1 ' } });
    expect(onChange).toHaveBeenCalledWith({ keys: { other: 'o', openalex: 'k-1' } });
  });

  it('lists what was taught, with an example of the label, and deletes it', () => {
    const { onDelete } = show();
    expect(screen.getByText(t('ruleNot', '[3]', 'nav.toc a'))).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: t('ruleDeleteOf', 'a.example') }));
    expect(onDelete).toHaveBeenCalledWith(RULE);
  });

  it('takes a file of rules', () => {
    const { onLoad } = show();
    const file = new File(['{}'], 'rules.json');
    fireEvent.change(screen.getByLabelText(t('rulesLoad')), { target: { files: [file] } });
    expect(onLoad).toHaveBeenCalledWith(file);
  });

  it('switches a service off and on by its id, and links to its documentation', () => {
    const off = show({ sourcesOff: ['gone'] });
    fireEvent.click(screen.getByLabelText('Crossref'));
    expect(off).toHaveBeenCalledWith({ sourcesOff: ['gone', 'crossref'] });
    expect(screen.getByRole('link', { name: /Crossref/ }).getAttribute('href')).toBe('https://docs.example/crossref');
    cleanup();
    const on = show({ sourcesOff: ['crossref'] });
    fireEvent.click(screen.getByLabelText('Crossref'));
    expect(on).toHaveBeenCalledWith({ sourcesOff: [] });
  });

  it('leaves a service that is off until chosen off, says what it needs, and switches it on', () => {
    const changed = show();
    const box = screen.getByLabelText(t('serviceNeedsEmail', 'Unpaywall')) as HTMLInputElement;
    expect(box.checked).toBe(false);
    fireEvent.click(box);
    expect(changed).toHaveBeenCalledWith({ sourcesOn: ['unpaywall'] });
  });

  it('tells delays in milliseconds', () => {
    const changed = show();
    fireEvent.input(screen.getByLabelText(t('markerDelay')), { target: { value: '450' } });
    expect(changed).toHaveBeenCalledWith({ markerDelayMs: 450 });
  });

  it('lets the pointer open notes on markers and on links in ways of their own', () => {
    const changed = show();
    const links = screen.getByRole('group', { name: t('linkOpens') });
    fireEvent.click(within(links).getByLabelText(t('opensShift')));
    expect(changed).toHaveBeenCalledWith({ linkOpens: 'shift' });
  });

  it('lets the reader choose how titles and citations are copied', () => {
    const changed = show();
    fireEvent.click(within(screen.getByRole('group', { name: t('copyLink') })).getByLabelText(t('copyMarkdown')));
    fireEvent.click(within(screen.getByRole('group', { name: t('copyCitation') })).getByLabelText(t('copyBibtex')));
    fireEvent.click(within(screen.getByRole('group', { name: t('copyCitation') })).getByLabelText('Vancouver'));
    expect(changed.mock.calls).toEqual([
      [{ copyLink: 'markdown' }],
      [{ copyCitation: 'bibtex' }],
      [{ copyCitation: 'vancouver' }],
    ]);
  });

  it('says one name where the list holds one', () => {
    expect(t('retractionsSize', 1, 'today')).toContain(' 1 name ');
    expect(t('retractionsSize', 2, 'today')).toContain(' 2 names ');
  });

  it('offers "ask me" only while the question has not been answered', () => {
    show();
    expect(screen.queryByLabelText(t('lookUpUnasked'))).not.toBeNull();
    cleanup();
    show({ lookUp: 'on-press' });
    expect(screen.queryByLabelText(t('lookUpUnasked'))).toBeNull();
  });

  it('keeps the searches that are sound, and says which lines are not', () => {
    const changed = show();
    const field = screen.getByLabelText(t('searches'));
    fireEvent.input(field, { target: { value: 'One = https://one.example/?q={title}\nTwo' } });
    expect(changed).not.toHaveBeenCalled();
    fireEvent.change(field);
    expect(changed).toHaveBeenCalledWith({ searches: [{ label: 'One', url: 'https://one.example/?q={title}' }] });
    expect(screen.getByText(t('searchesBroken', 2))).toBeTruthy();
  });

  it('gives the first searches back', () => {
    const changed = show({ searches: [] });
    fireEvent.click(screen.getByRole('button', { name: t('searchesReset') }));
    expect(changed).toHaveBeenCalledWith({ searches: undefined });
  });

  it('turns a site on again', () => {
    const changed = show({ offHosts: ['a.example', 'b.example'] });
    fireEvent.click(screen.getByRole('button', { name: t('turnOnAgain', 'a.example') }));
    expect(changed).toHaveBeenCalledWith({ offHosts: ['b.example'] });
  });

  it('shows keys, and says where none are set', () => {
    show();
    expect(screen.getByText('Alt+Shift+S')).toBeTruthy();
    expect(screen.getByText(t('noShortcut'))).toBeTruthy();
  });

  it('shows each request, whom it went to, what about, why, and what came', () => {
    show(
      {},
      {
        type: 'open',
        total: 1,
        requests: [
          {
            id: 1,
            at: 5,
            source: 'crossref',
            host: 'api.crossref.org',
            identifier: 'doi:10.5555/a',
            reason: 'pressed',
            outcome: 'limited',
            status: 429,
            tookMs: 12,
          },
        ],
      },
    );
    const cells = within(screen.getByRole('table')).getAllByRole('cell');
    expect(cells.map((cell) => cell.textContent)).toEqual([
      'time 5',
      'Crossref',
      'doi:10.5555/a',
      t('reasonPressed'),
      `${t('outcomeLimited')} (429)`,
    ]);
  });

  it('says why the log cannot be read', () => {
    show({}, { type: 'failed', message: 'no disk' });
    expect(screen.getByRole('alert').textContent).toContain('no disk');
  });
});

import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../utils/model/settings';
import { OptionsPage } from './options-page';
import type { LogState } from './request-log';
import { t } from './words';

const SERVICES = [
  { id: 'crossref', label: 'Crossref', docs: 'https://docs.example/crossref' },
  { id: 'openalex', label: 'OpenAlex', docs: 'https://docs.example/openalex' },
];
const EMPTY: LogState = { type: 'open', requests: [], total: 0 };

function show(change: Partial<Settings> = {}, log: LogState = EMPTY) {
  const onChange = vi.fn();
  render(
    <OptionsPage
      settings={{ ...DEFAULT_SETTINGS, ...change }}
      services={SERVICES}
      commands={[
        { name: 'save-passage', description: 'Save', shortcut: 'Alt+Shift+S' },
        { name: 'next', description: 'Next' },
      ]}
      log={log}
      libraryUrl="library.html"
      timeText={(at) => `time ${at}`}
      onChange={onChange}
      onMoreRequests={vi.fn()}
      onShortcuts={vi.fn()}
    />,
  );
  return onChange;
}

afterEach(cleanup);

describe('the options page', () => {
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

  it('tells delays in milliseconds', () => {
    const changed = show();
    fireEvent.input(screen.getByLabelText(t('markerDelay')), { target: { value: '450' } });
    expect(changed).toHaveBeenCalledWith({ markerDelayMs: 450 });
  });

  it('offers "ask me" only while the question has not been answered', () => {
    show();
    expect(screen.queryByLabelText(t('lookUpUnasked'))).not.toBeNull();
    cleanup();
    show({ lookUp: 'on-press' });
    expect(screen.queryByLabelText(t('lookUpUnasked'))).toBeNull();
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

import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BibliographyPanel } from './bibliography-panel';
import { say } from './exchange-words';
import { ExportPanel, type ExportPanelProps } from './export-panel';
import { ZoteroPanel, type ZoteroState } from './zotero-panel';

afterEach(cleanup);

const PARTS = [
  { id: 'all', label: 'Everything', scope: { type: 'all' } },
  { id: 'tag:light', label: 'Tag: light', scope: { type: 'tag', tag: 'light' } },
] as const;

function panel(more: Partial<ExportPanelProps> = {}) {
  const props = {
    parts: PARTS,
    preview: '',
    told: '',
    isWriting: false,
    lastTemplate: '{{title}}',
    templateFault: undefined,
    onPreview: vi.fn(),
    onSave: vi.fn(),
    onObsidian: vi.fn(),
    onCancel: vi.fn(),
    more: () => null,
    ...more,
  };
  render(<ExportPanel {...props} />);
  return props;
}
const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('the panel for taking away', () => {
  it('shows the beginning of the file at once, and again after every change', async () => {
    const { onPreview } = panel();
    await vi.waitFor(() => expect(onPreview).toHaveBeenCalledTimes(1));
    choose(say('exportScope'), 'tag:light');
    choose(say('exportOrder'), 'author');
    expect(onPreview).toHaveBeenLastCalledWith(expect.objectContaining({ part: PARTS[1], order: 'author' }));
  });

  it('offers a template, front matter and Obsidian for Markdown alone', () => {
    const { onObsidian } = panel();
    expect(screen.queryByText(say('exportObsidian'))).toBeNull();
    choose(say('exportFormat'), 'markdown');
    fireEvent.click(screen.getByLabelText(say('exportOwnTemplate')));
    expect(screen.getByLabelText<HTMLTextAreaElement>(say('exportTemplate')).value).toBe('{{title}}');
    fireEvent.click(screen.getByText(say('exportObsidian')));
    expect(onObsidian).toHaveBeenCalledWith(expect.objectContaining({ template: '{{title}}' }));
  });

  it('writes nothing by a template that is at fault', () => {
    panel({ templateFault: 'Unclosed tag' });
    choose(say('exportFormat'), 'markdown');
    fireEvent.click(screen.getByLabelText(say('exportOwnTemplate')));
    expect(screen.getByRole('alert').textContent).toContain('Unclosed tag');
    expect(screen.getByText<HTMLButtonElement>(say('exportSave')).disabled).toBe(true);
  });

  it('asks for the topic of a web page', () => {
    const { onPreview } = panel();
    choose(say('exportFormat'), 'html');
    fireEvent.input(screen.getByLabelText(say('topicTitle')), { target: { value: 'Lamps' } });
    expect(onPreview).toHaveBeenLastCalledWith(
      expect.objectContaining({ topic: { title: 'Lamps', introduction: '', contact: '' } }),
    );
  });

  it('can be told to stop while it writes', () => {
    const { onCancel } = panel({ isWriting: true });
    fireEvent.click(screen.getByText(say('exportCancel')));
    expect(onCancel).toHaveBeenCalledOnce();
  });
});

describe('the panel for Zotero', () => {
  const show = (state: ZoteroState) => {
    const actions = { onFind: vi.fn(), onSend: vi.fn(), onFile: vi.fn() };
    render(<ZoteroPanel state={state} {...actions} />);
    return actions;
  };

  it('says where works arrive before any are sent', () => {
    const place = { library: 'My Library', collection: 'Lamps', isEditable: true };
    const { onSend } = show({ type: 'found', place, works: 2 });
    expect(screen.getByText(say('zoteroIntoCollection', 'My Library', 'Lamps'))).toBeDefined();
    fireEvent.click(screen.getByText(say('zoteroSend', 2)));
    expect(onSend).toHaveBeenCalledOnce();
  });

  it('sends nothing to a library that may not be changed', () => {
    show({ type: 'found', place: { library: 'Group', isEditable: false }, works: 2 });
    expect(screen.getByRole('alert').textContent).toBe(say('zoteroReadOnly', 'Group'));
    expect(screen.queryByText(say('zoteroSend', 2))).toBeNull();
  });

  it('offers a file where it failed', () => {
    const { onFile } = show({ type: 'said', message: say('zoteroOffline'), isFailure: true });
    fireEvent.click(screen.getByText(say('zoteroFile')));
    expect(onFile).toHaveBeenCalledOnce();
  });
});

describe('the panel for bibliographies', () => {
  it('names the processor’s maker and makes what is chosen', () => {
    const actions = { onMake: vi.fn(), onCancel: vi.fn(), onCopy: vi.fn(), onSave: vi.fn() };
    render(<BibliographyPanel preview="" told="" isBusy={false} {...actions} />);
    expect(screen.getByText(/citeproc-js implements the Citation Style Language/)).toBeDefined();
    choose(say('bibliographyStyle'), 'vancouver');
    expect(actions.onMake).toHaveBeenLastCalledWith('vancouver');
    expect(screen.queryByText(say('bibliographyCopy'))).toBeNull();
  });
});

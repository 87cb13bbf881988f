import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import english from '../../locales/en.json';
import { readIdentifier } from '../../utils/model/read-identifier';
import { Further } from './further';
import { Which } from './which';
import { say } from './words';

const WORDS = english.note;

afterEach(cleanup);

describe('what else can be done', () => {
  it('is told as links that show where they lead, and buttons', () => {
    const [onCopyAs, onSearchLibrary, onDefine] = [vi.fn(), vi.fn(), vi.fn()];
    const view = {
      searches: [{ label: 'PubMed', url: 'https://pubmed.example/?term=lamps' }],
      mails: [{ label: WORDS.mail, url: 'mailto:?subject=lamps' }],
    };
    const { getByRole, queryByRole } = render(<Further {...{ say, view, onCopyAs, onSearchLibrary, onDefine }} />);
    expect(getByRole('link', { name: 'PubMed' }).getAttribute('rel')).toBe('noopener noreferrer');
    expect(getByRole('link', { name: WORDS.mail }).getAttribute('href')).toBe('mailto:?subject=lamps');
    fireEvent.click(getByRole('button', { name: WORDS.copyMarkdown }));
    fireEvent.click(getByRole('button', { name: WORDS.searchLibrary }));
    expect(onCopyAs).toHaveBeenCalledWith('markdown');
    fireEvent.click(getByRole('button', { name: WORDS.define }));
    expect(onSearchLibrary).toHaveBeenCalledOnce();
    expect(onDefine).toHaveBeenCalledOnce();
    // Where the browser has no way to share, none is offered.
    expect(queryByRole('button', { name: WORDS.share })).toBeNull();
  });
});

describe('a remark of the reader’s own', () => {
  const show = (onRemark?: (words: string) => Promise<boolean>) => {
    const nothing = () => {};
    const view = { searches: [], mails: [] };
    const done = { onCopyAs: nothing, onSearchLibrary: nothing, onDefine: nothing };
    return render(<Further {...{ say, view, ...done, onRemark }} />);
  };

  it('is written and kept, and stays where it could not be', async () => {
    const onRemark = vi.fn(async (_words: string) => false);
    const { getByRole, queryByRole } = show(onRemark);
    fireEvent.click(getByRole('button', { name: WORDS.remark }));
    const field = getByRole('textbox', { name: WORDS.remark }) as HTMLTextAreaElement;
    const keep = () => fireEvent.submit(field.closest('form')!);
    field.value = '  ';
    keep();
    expect(onRemark).not.toHaveBeenCalled();
    field.value = ' Small sample. ';
    keep();
    await vi.waitFor(() => expect(onRemark).toHaveBeenCalledWith('Small sample.'));
    expect(field.value).toBe(' Small sample. ');
    onRemark.mockResolvedValueOnce(true);
    keep();
    await vi.waitFor(() => expect(queryByRole('textbox')).toBeNull());
    const button = getByRole('button', { name: WORDS.remark });
    await vi.waitFor(() => expect(document.activeElement).toBe(button));
    fireEvent.click(button);
    const onEscape = vi.fn();
    document.body.addEventListener('keydown', onEscape, { once: true });
    fireEvent.keyDown(getByRole('textbox'), { key: 'Escape' });
    expect(queryByRole('textbox')).toBeNull();
    expect(onEscape).not.toHaveBeenCalled();
    document.body.removeEventListener('keydown', onEscape);
  });

  it('is not offered where nothing is kept', () => {
    expect(show().queryByRole('button', { name: WORDS.remark })).toBeNull();
  });
});

describe('the question which study it is', () => {
  const ask = () => {
    const onCorrect = vi.fn();
    const { getByRole, container } = render(<Which say={say} read={readIdentifier} onCorrect={onCorrect} />);
    const field = getByRole('textbox');
    const verdict = () => container.querySelector('[role="status"]')?.textContent;
    return { onCorrect, field, verdict, submit: () => fireEvent.submit(field.closest('form')!), getByRole };
  };

  it('reads back what is written before anybody is asked', () => {
    const { field, verdict, submit, onCorrect, getByRole } = ask();
    expect(verdict()).toBe(WORDS.whichHint);
    expect(getByRole('button').hasAttribute('disabled')).toBe(true);
    fireEvent.input(field, { target: { value: 'doi: 10.5555/Lamps' } });
    expect(verdict()).toBe('Read as DOI 10.5555/lamps.');
    expect(onCorrect).not.toHaveBeenCalled();
    submit();
    expect(onCorrect).toHaveBeenCalledWith({ scheme: 'doi', value: '10.5555/lamps' });
  });

  it('says where it names nothing, and asks nobody', () => {
    const { field, verdict, submit, onCorrect } = ask();
    fireEvent.input(field, { target: { value: 'the one with the gulls' } });
    expect(verdict()).toBe(WORDS.whichUnread);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    submit();
    expect(onCorrect).not.toHaveBeenCalled();
  });
});

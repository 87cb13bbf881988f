import { describe, expect, it, vi } from 'vitest';
import { createTryOut } from '../entrypoints/welcome/try-out';
import { inventedReferences, inventedWorks } from '../entrypoints/welcome/works';
import type { Citation } from '../utils/model/citation';
import type { LookUpUpdate } from '../utils/model/look-up';
import { samplePassage } from './formats/samples';

const doi = (value: string) => ({ scheme: 'doi', value }) as const;
const FIRST = doi('10.5555/dough.2019.1');
const citation = (...identifiers: Citation['identifiers']): Citation => ({
  kind: 'marker',
  label: '1',
  identifiers,
  confidence: 1,
});
const page = { url: 'https://a.example/', title: 'A page' };
/** Every sentence is as close as it is long. */
const rank = async () => (_claim: string, sentences: readonly string[]) => sentences.map(({ length }) => length / 100);

function tryOut() {
  const onKept = vi.fn();
  return { it: createTryOut(inventedWorks(0), rank(), onKept), onKept };
}
const settle = () => new Promise((go) => setTimeout(go));

describe('trying Ibid out', () => {
  it('knows the works that its page prints', () => {
    const works = inventedWorks(0);
    for (const { text } of inventedReferences()) {
      const [, printed = ''] = /doi:(\S+)$/.exec(text) ?? [];
      expect(text).toContain(works.get(printed)?.csl.title);
    }
  });

  it('tells of an invented work at once, without asking anybody, with the sentence closest to the claim', async () => {
    const told: LookUpUpdate[] = [];
    tryOut().it.lookUp(
      { identifiers: [FIRST], claim: 'A claim.' },
      (update) => told.push(update),
      () => {},
    );
    await settle();
    expect(told.map(({ type }) => type)).toEqual(['work', 'done']);
    expect(told[0]).toMatchObject({ work: { kind: 'trial' }, listed: false, closest: { section: 1 } });
    expect(told[1]).toMatchObject({ asked: [], failures: [] });
  });

  it('says nothing of a work that it does not know, and nothing to a note that has closed', async () => {
    const onUpdate = vi.fn();
    const { it: one } = tryOut();
    one.lookUp({ identifiers: [doi('10.5555/other')] }, onUpdate, () => {});
    one.lookUp({ identifiers: [FIRST] }, onUpdate, () => {}).close();
    await settle();
    expect(onUpdate.mock.calls.map(([{ type }]) => type)).toEqual(['done']);
  });

  it('keeps works and passages, gives them up and takes that back', async () => {
    const { it: one, onKept } = tryOut();
    const words = () => one.kept().map((kept) => `${kept.is} ${kept.words}`);
    const saved = await one.send('saveWork', { citation: citation(FIRST), page });
    const passage = samplePassage('Two\n degrees.', { id: 'passage-1' });
    await one.send('savePassage', { passage });
    expect(words()).toEqual([expect.stringMatching(/^work A waltz/), 'passage Two degrees.']);
    if (saved.ok) await one.send('deleteItem', { id: saved.value.id });
    await one.send('deletePassage', { id: 'passage-1' });
    expect(words()).toEqual([]);
    await one.send('restorePassage', { id: 'passage-1' });
    expect(await one.send('changePassage', { id: 'passage-1', change: { remark: 'Warm.' } })).toMatchObject({
      value: { remark: 'Warm.', colour: 'yellow' },
    });
    expect(onKept).toHaveBeenCalledTimes(6);
    expect((await one.send('saveWork', { citation: citation(doi('10.5555/other')), page })).ok).toBe(false);
  });
});

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { identifierKey } from '../model/identifier';
import type { Found, PageSnapshot } from '../model/snapshot';
import type { Example } from './detector';
import { DETECTORS } from './index';

const MODULES = import.meta.glob<{ examples: readonly Example[] }>('./examples/*.ts', { eager: true });
const examplesOf = (id: string) => MODULES[`./examples/${id}.ts`]?.examples ?? [];

const said = (page: PageSnapshot, found: Found): string => {
  const block = page.blocks[found.block]!;
  const names = [
    ...(found.reference?.id ? [`#${found.reference.id}`] : []),
    ...[...found.identifiers, ...(found.reference?.identifiers ?? [])].map(identifierKey),
  ];
  return [found.kind, `«${block.text.slice(found.start, found.end)}»`, ...names].join(' ');
};

describe.each(DETECTORS.map((detector) => [detector.id, detector] as const))('%s', (id, detector) => {
  const examples = examplesOf(id);
  it('has a file of its name, examples that must be found, and one of silence', () => {
    expect(readdirSync(import.meta.dirname)).toContain(`${id}.ts`);
    expect(examples.some((example) => example.finds.length > 0)).toBe(true);
    expect(examples.some((example) => example.finds.length === 0)).toBe(true);
  });
  it.each(examples.map((example) => [example.name, example] as const))('%s', (_name, example) => {
    expect(detector.find(example.page).map((found) => said(example.page, found))).toEqual(example.finds);
  });
});

it('lists each detector once', () => {
  expect(new Set(DETECTORS.map((detector) => detector.id)).size).toBe(DETECTORS.length);
});

import { describe, expect, it } from 'vitest';
import { identifierKey } from '../model/identifier';
import type { Found, PageSnapshot } from '../model/snapshot';
import type { Detector, Example } from './detector';
import { DETECTORS } from './index';

const FILES = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], { eager: true });
const MODULES = import.meta.glob<{ examples: readonly Example[] }>('./examples/*.ts', { eager: true });
const examplesOf = (id: string) => MODULES[`./examples/${id}.ts`]?.examples ?? [];

/** The name of the file that exports a detector. */
const fileOf = (detector: Detector) =>
  Object.keys(FILES)
    .find((file) => Object.values(FILES[file]!).includes(detector))
    ?.slice(2, -3);

const said = (page: PageSnapshot, found: Found): string => {
  const block = page.blocks[found.block]!;
  const names = [
    ...(found.reference?.id ? [`#${found.reference.id}`] : []),
    ...[...found.identifiers, ...(found.reference?.identifiers ?? [])].map(identifierKey),
  ];
  return [found.kind, `«${block.text.slice(found.start, found.end)}»`, ...names].join(' ');
};

describe.each(DETECTORS.map((detector) => [fileOf(detector), detector] as const))('%s', (id = '', detector) => {
  const examples = examplesOf(id);
  it('has examples that must be found, and one of silence', () => {
    expect(examples.some((example) => example.finds.length > 0)).toBe(true);
    expect(examples.some((example) => example.finds.length === 0)).toBe(true);
  });
  it.each(examples.map((example) => [example.name, example] as const))('%s', (_name, example) => {
    expect(detector(example.page).map((found) => said(example.page, found))).toEqual(example.finds);
  });
});

it('lists each detector once', () => {
  expect(new Set(DETECTORS).size).toBe(DETECTORS.length);
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { draft, withSource } from './new-source';

describe('a new source', () => {
  it('gets its import and its line in the list, which keeps its order', () => {
    const index = readFileSync('utils/sources/index.ts', 'utf8');
    const more = withSource(index, 'demo-source');
    expect(more).toContain("import { demoSource } from './demo-source';\nimport { doiOrg }");
    expect(more).toMatch(/\[\n {2}europePmc,\n[^\]]*,\n {2}demoSource,\n\];/);
    expect(more.split('\n')).toHaveLength(index.split('\n').length + 2);
  });

  it('has its id in its file, as the list wants it', () => {
    expect(draft('demo-source')).toContain("id: 'demo-source'");
    expect(draft('demo-source')).toContain('export const demoSource: Source = {');
  });
});

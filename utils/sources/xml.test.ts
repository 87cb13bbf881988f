import { describe, expect, it } from 'vitest';
import { elements, innerOf, readXml, wordsOf } from './xml';

describe('an XML answer', () => {
  it('keeps marks inside titles, entities and CDATA as words, and drops prefixes', () => {
    const root = readXml(
      '<?xml version="1.0"?><!DOCTYPE a SYSTEM "a.dtd"><!-- <a> --><n:a x:k="1 &amp; 2"><t>A <i>b</i> &lt; c</t><t><![CDATA[<d>]]></t><e/></n:a>',
    );
    expect(root?.name).toBe('a');
    expect(root?.attributes.k).toBe('1 & 2');
    expect(innerOf(root, 't')).toBe('A <i>b</i> &lt; c');
    expect(wordsOf(root, 't')).toBe('A b < c');
    expect(elements(root, 't').map((element) => element.inner)).toEqual(['A <i>b</i> &lt; c', '<![CDATA[<d>]]>']);
    expect(elements(root, 'e')).toHaveLength(1);
  });

  it.each([
    ['nothing', ''],
    ['words', 'no such thing'],
    ['half of it', '<a><b></b>'],
    ['half a comment', '<a><!-- </a>'],
    ['half of CDATA', '<a><![CDATA[ </a>'],
    ['more depth than any record', '<a>'.repeat(300) + '</a>'.repeat(300)],
  ])('is undefined for %s', (_name, body) => {
    expect(readXml(body)).toBeUndefined();
  });

  it('closes what was left open inside', () => {
    expect(elements(readXml('<a><b><c>x</b><b>y</b></a>'), 'b').map((element) => wordsOf(element))).toEqual(['x', 'y']);
  });
});

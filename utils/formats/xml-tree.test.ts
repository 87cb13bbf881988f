import { describe, expect, it } from 'vitest';
import { readXmlTree } from './xml-tree';

describe('a tree of XML', () => {
  it('has names with usual prefixes, attributes, children, and the text of all within', () => {
    expect(
      readXmlTree(`\uFEFF<?xml version="1.0"?><!-- > --><x:RDF xmlns:x="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns="http://purl.org/dc/elements/1.1/"><title x:about='#1' lang="en">A &lt;b&gt; &#945;&#x3B2;<![CDATA[<&amp;>]]></title><e/></x:RDF>\n`),
    ).toEqual({
      name: 'rdf:RDF',
      attributes: expect.anything(),
      text: 'A <b> αβ<&amp;>',
      children: [
        { name: 'dc:title', attributes: { 'rdf:about': '#1', lang: 'en' }, children: [], text: 'A <b> αβ<&amp;>' },
        { name: 'dc:e', attributes: {}, children: [], text: '' },
      ],
    });
  });

  it.each([
    ['an end that is missing', '<a><b></b>'],
    ['ends that cross', '<a><b></a></b>'],
    ['two roots', '<a/><b/>'],
    ['words beside the root', '<a/>x'],
    ['a tag that is cut', '<a><b c="'],
    ['a comment that is cut', '<a><!-- </a>'],
    ['entities of its own', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['nothing', ''],
  ])('is none where there is %s', (_name, text) => {
    expect(readXmlTree(text)).toBeUndefined();
  });

  it('is read in a moment, however deep and long', () => {
    const deep = `${'<a>'.repeat(20_000)}x${'</a>'.repeat(20_000)}`;
    expect(readXmlTree(deep)).toBeUndefined();
    expect(readXmlTree(`<a>${'<b c="d" '.repeat(20_000)}</a>`)).toBeUndefined();
    expect(readXmlTree(`<a>${'<b c="d">e &amp; f</b>'.repeat(20_000)}</a>`)?.children).toHaveLength(20_000);
  });
});

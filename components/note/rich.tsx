import type { Piece } from '../../utils/notes/marked';

const TAGS = { em: 'em', strong: 'strong', sub: 'sub', sup: 'sup', formula: 'span', closest: 'mark' } as const;

/** Rich text as elements of our own; nothing in it can be markup. */
export function Rich({ nodes }: { readonly nodes: readonly Piece[] }) {
  return (
    <>
      {nodes.map((node, index) => {
        if (typeof node === 'string') return node;
        const Tag = TAGS[node.mark];
        return (
          <Tag key={index} class={node.mark}>
            <Rich nodes={node.children} />
          </Tag>
        );
      })}
    </>
  );
}

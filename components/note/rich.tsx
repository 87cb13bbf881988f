import { identifierKey } from '../../utils/model/identifier';
import { identifierUrl } from '../../utils/model/identifier-url';
import type { Piece } from '../../utils/notes/marked';

const TAGS = { em: 'em', strong: 'strong', sub: 'sub', sup: 'sup', formula: 'span', closest: 'mark' } as const;

/** Rich text as elements of our own; nothing in it can be markup. */
export function Rich({ nodes }: { readonly nodes: readonly Piece[] }) {
  return (
    <>
      {nodes.map((node, index) => {
        if (typeof node === 'string') return node;
        if (node.mark === 'cite') {
          const { identifier, children } = node;
          return (
            <a
              key={index}
              data-cites={identifierKey(identifier)}
              href={identifierUrl(identifier)}
              target="_blank"
              rel="noopener noreferrer"
            >
              <Rich nodes={children} />
            </a>
          );
        }
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

import type { SnapshotTarget } from '../model/snapshot';
import { comparePositions } from './dom';
import { LABEL } from './scan-extent';
import { LONGEST_TEXT, readNodes, readPlainly } from './scan-words';

/** What is known of an entry without reading it. */
type Known = Omit<SnapshotTarget, 'text' | 'label' | 'hrefs' | 'backLinks'>;

/** An entry whose words are read when the first of them is asked for: most are known for what they are by where they stand. */
export class LiveTarget implements SnapshotTarget {
  declare readonly id: string;
  declare readonly tag: string;
  declare readonly hints: string;
  declare readonly heading: string;
  declare readonly peers: number;
  declare readonly isSection: boolean;
  private kept: Pick<SnapshotTarget, 'text' | 'label' | 'hrefs' | 'backLinks'> | undefined;

  /**
   * @param nodes - What holds its words.
   * @param ordinal - Its label where it prints none.
   */
  constructor(
    known: Known,
    private readonly nodes: readonly Node[],
    private readonly ordinal = '',
  ) {
    Object.assign(this, known);
  }

  /** Whether the entry stands behind a node. */
  follows(node: Node | null): boolean {
    const [first] = this.nodes;
    return !!first && !!node && (comparePositions(node, first) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
  }

  get text(): string {
    return this.words.text;
  }

  get label(): string {
    return this.words.label;
  }

  get hrefs(): readonly string[] {
    return this.words.hrefs;
  }

  get backLinks(): readonly string[] {
    return this.words.backLinks;
  }

  private get words() {
    if (this.kept) return this.kept;
    const [first, ...others] = this.nodes;
    const isOne = others.length === 0 && first?.nodeType === 1;
    const read = (isOne && readPlainly(first as Element)) || readNodes(this.nodes);
    const label = LABEL.exec(read.text);
    this.kept = {
      text: (label ? read.text.slice(label[0].length) : read.text).slice(0, LONGEST_TEXT).trim(),
      label: read.label || (label?.slice(1).find((printed) => printed !== undefined) ?? this.ordinal),
      hrefs: read.hrefs,
      backLinks: read.backLinks,
    };
    return this.kept;
  }
}

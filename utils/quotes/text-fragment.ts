/** One `text=` of an address: what leads a browser to words of a page (https://wicg.github.io/scroll-to-text-fragment/). */
export interface TextDirective {
  /** The words themselves, or where they begin. */
  readonly start: string;
  /** Where they end, when only their beginning and end are named. */
  readonly end?: string | undefined;
  /** What stands right before and right behind them. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

/** Decodes what can be decoded: an address cut off in mid-character still leads somewhere. */
const decode = (part: string): string =>
  part.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });

function parse(value: string): TextDirective | undefined {
  const parts = value.split(',');
  const prefix = parts[0]!.endsWith('-') ? decode(parts.shift()!.slice(0, -1)) : undefined;
  const suffix = parts.at(-1)?.startsWith('-') ? decode(parts.pop()!.slice(1)) : undefined;
  const [start, end] = parts.map(decode);
  if (parts.length > 2 || !start || end === '' || prefix === '' || suffix === '') return undefined;
  return { start, end, prefix, suffix };
}

/**
 * The text directives of an address.
 *
 * @param address - An address, or its fragment alone.
 * @returns Malformed and other directives are left out.
 */
export function parseTextDirectives(address: string): TextDirective[] {
  const at = address.indexOf(':~:');
  if (at < 0) return [];
  return address
    .slice(at + 3)
    .split('&')
    .flatMap((directive) => (directive.startsWith('text=') ? (parse(directive.slice(5)) ?? []) : []));
}

/** Dashes, commas and ampersands divide the parts of a directive and are escaped beyond what addresses need; half a character cannot be. */
const encode = (text: string): string =>
  encodeURIComponent(text.toWellFormed().replace(/\s+/g, ' ').trim()).replace(
    /[-!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** A directive as it stands in an address: `text=…`, without `#:~:`. */
export function writeTextDirective({ start, end, prefix, suffix }: TextDirective): string {
  const parts = [prefix && `${encode(prefix)}-`, encode(start), end && encode(end), suffix && `-${encode(suffix)}`];
  return `text=${parts.filter(Boolean).join(',')}`;
}

/** Relative luminance of a computed colour (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance); undefined where it is see-through. */
export function luminanceOf(colour: string): number | undefined {
  const numbers = colour
    .match(/[\d.]+%?/g)
    ?.map((part) => (part.endsWith('%') ? Number.parseFloat(part) / 100 : Number(part)));
  if (!numbers || numbers.length < 3) return undefined;
  const alpha = numbers[3] ?? 1;
  if (alpha < 0.5) return undefined;
  if (/^(?:ok)?l(?:ab|ch)/.test(colour)) return colour.startsWith('ok') ? numbers[0]! ** 3 : (numbers[0]! / 100) ** 3;
  const scale = colour.startsWith('color(') ? 1 : 255;
  const [red, green, blue] = numbers.slice(0, 3).map((part) => {
    const share = part / scale;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** Whether the text around an element stands on a dark ground. */
export function isDarkAt(element: Element): boolean {
  const window = element.ownerDocument.defaultView;
  if (!window) return false;
  for (let at: Element | null = element; at; at = at.parentElement ?? ((at.getRootNode() as ShadowRoot).host || null)) {
    const luminance = luminanceOf(window.getComputedStyle(at).backgroundColor);
    if (luminance !== undefined) return luminance < 0.2;
  }
  const scheme = window.getComputedStyle(element.ownerDocument.documentElement).colorScheme;
  return (
    scheme.includes('dark') && (!scheme.includes('light') || window.matchMedia('(prefers-color-scheme: dark)').matches)
  );
}

/** Where an element is scrolled to, pixels. */
export interface Scrolled {
  readonly element: Element;
  readonly top: number;
  readonly left: number;
}

/** Where everything is scrolled to around a node, also outside the shadow root that it stands in; the innermost first. */
export function scrolledAround(node: Node): readonly Scrolled[] {
  const found: Scrolled[] = [];
  for (let at: Node | null = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) {
    const element = at as Element;
    if (element.nodeType === 1) found.push({ element, top: element.scrollTop, left: element.scrollLeft });
  }
  return found;
}

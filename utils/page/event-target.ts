/** The innermost element of an event, in open shadow roots too; null where it is none. */
export const targetOf = (event: Event): Element | null => {
  const [target] = event.composedPath();
  return target instanceof Element ? target : null;
};

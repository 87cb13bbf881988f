/** A value without one of its parts, or with something else in its place, for each of them, at every depth. */
export function* damaged(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  for (const name of Object.keys(value)) {
    if (name === 'id') continue;
    const { [name]: part, ...rest } = value as Record<string, unknown>;
    for (const instead of [null, 7, 'words', [null], {}]) yield { ...value, [name]: instead };
    yield rest;
    for (const less of damaged(part)) yield Array.isArray(value) ? [less] : { ...value, [name]: less };
  }
}

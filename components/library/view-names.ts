/** How the reading list can be seen. */
export const VIEWS = ['list', 'cards', 'grid', 'timeline'] as const;

/** One of {@link VIEWS}. */
export type View = (typeof VIEWS)[number];

/**
 * As what words are marked beside being citations: works that no longer stand, works of the reader's library, those of them that
 * were read, and words that the reader has explained. Marked as `cite-SIGN`, see `entrypoints/marks.css`.
 */
export const SIGNS = ['care', 'own', 'past', 'word'] as const;
/** One of {@link SIGNS}. */
export type Sign = (typeof SIGNS)[number];

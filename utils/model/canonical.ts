/** Identifiers: their one form, where they stand in addresses and texts, and where they lead. */
export { identifierFromUrl } from './address-identifier';
export { canonicalIdentifier } from './canonical-forms';
export { type IdentifierInText, identifiersInText } from './identifier-text';
export { identifierUrl } from './identifier-url';

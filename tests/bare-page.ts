import { vi } from 'vitest';

// Files share a document: each finds it as the first did. This runs before the file itself does.
vi.useRealTimers();
vi.unstubAllGlobals();
for (const part of [document.head, document.body]) part.replaceChildren();
for (const part of [document.documentElement, document.body]) {
  for (const name of part.getAttributeNames()) part.removeAttribute(name);
}

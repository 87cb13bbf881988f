import { expect, it } from 'vitest';
import { isWithin } from './origins';

it.each([
  ['https://api.example.org', 'https://api.example.org/works/1', true],
  ['https://api.example.org', 'https://api.example.org.evil.example/', false],
  ['https://api.example.org', 'http://api.example.org/', false],
  ['https://api.example.org', 'https://api.example.org:8443/', false],
  ['https://*.example.org', 'https://de.example.org/wiki', true],
  ['https://*.example.org', 'https://evil-example.org/', false],
  ['https://*.example.org', 'https://example.org/', false],
  ['https://*', 'https://anything.example/', true],
  ['https://*', 'http://anything.example/', false],
  ['https://*', 'file:///etc/passwd', false],
  ['https://*', 'half an address', false],
])('%s allows %s: %s', (origin, address, allowed) => {
  expect(isWithin([origin], address)).toBe(allowed);
});

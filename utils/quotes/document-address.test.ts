import { expect, it } from 'vitest';
import { documentAddress } from './document-address';

const quote = { exact: 'Amber lamps are kinder to gulls, by far, than white ones.', prefix: '', suffix: '' };
const WORDS = 'Amber%20lamps%20are%20kinder%20to%20gulls%2C%20by%20far%2C%20than%20white%20ones.';

it.each([
  ['https://a.example/1', 'search', `https://a.example/1#:~:text=${WORDS}`, false],
  ['https://a.example/1#results', 'search', `https://a.example/1#results:~:text=${WORDS}`, false],
  ['https://a.example/1#:~:text=old', 'text', `https://a.example/1#:~:text=${WORDS}`, false],
  ['https://a.example/1.pdf', 'text', `https://a.example/1.pdf#:~:text=${WORDS}`, true],
  [
    'https://a.example/1.PDF?x=1#page=3',
    'search',
    'https://a.example/1.PDF?x=1#page=3&search=Amber%20lamps%20are%20kinder%20to%20gulls%2C%20by%20far%2C&phrase=true',
    true,
  ],
  ['https://a.example/pdf/2401.00001', 'text', `https://a.example/pdf/2401.00001#:~:text=${WORDS}`, false],
  [
    'https://a.example/pdf/2401.00001',
    'search',
    `https://a.example/pdf/2401.00001#search=Amber%20lamps%20are%20kinder%20to%20gulls%2C%20by%20far%2C&phrase=true:~:text=${WORDS}`,
    false,
  ],
  ['https://a.example/updfate', 'search', `https://a.example/updfate#:~:text=${WORDS}`, false],
  ['no address', 'text', 'no address', false],
] as const)('of %s for a viewer that is told by %s', (address, viewer, url, isFile) => {
  expect(documentAddress(address, quote, viewer)).toEqual({ url, isFile });
});

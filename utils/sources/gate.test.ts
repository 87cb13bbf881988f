import { expect, it } from 'vitest';
import { isGate } from './gate';
import { readHtml } from './html';

const page = (title: string, head = '') => readHtml(`<!doctype html><title>${title}</title>${head}<p>Gulls.</p>`);

it.each([
  'Just a moment...',
  'Log in | Annals of Gulls',
  'Anmelden – Universitätsbibliothek',
  'Access Denied',
  'Validate User',
  'Attention Required! | Cloudflare',
  'Page not found | Lamps for All',
  'Lamps for All - 404',
  'Lamps for All | Page Not Found',
  '404 Not Found',
  'HTTP 404',
  'Error 404',
  'Error',
  'Seite nicht gefunden',
  'Page introuvable – Lampes',
  'Página no encontrada',
  'Pardon Our Interruption...',
  'Verify you are human',
  'Service Unavailable',
  'Site maintenance',
  'Loading...',
])('"%s" is not the page that was asked for', (title) => {
  expect(isGate(page(title))).toBe(true);
});

it.each([
  'Error bars in counts of gulls',
  'Forbidden lamps? no: allowed gulls',
  'Lost and not found again: gulls of 1904',
  'Maintenance of lamps in harbours',
  'Redirected gulls: a field study',
  'Loading of lamps onto ships',
  '401 gulls under one lamp',
])('"%s" is, where it describes a work', (title) => {
  expect(isGate(page(title, '<meta name="citation_title" content="x">'))).toBe(false);
});

it.each([
  '500 gulls counted',
  '404 ways to light a lamp',
  'Access denied: gulls and health care',
  'Forbidden lamps: a history',
  'Not found in any harbour: the last lamp',
  'Sorry business: gulls in mourning',
  'Error bars in counts of gulls',
  'Maintenance of lamps in harbours',
  'Redirected gulls',
  'Loading of lamps',
])('"%s" is a title like any other', (title) => {
  expect(isGate(page(title))).toBe(false);
});

import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createZoteroPost } from '../platform/zotero-door';
import { createZotero } from './zotero';

interface Asked {
  readonly path: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

/** A server that answers as Zotero's connector is documented to, and what it was asked. */
const asked: Asked[] = [];
const sessions = new Set<string>();
let selected: [status: number, body: unknown];
let canEdit: boolean;
let server: Server;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { pathname, searchParams } = new URL(request.url!, 'http://127.0.0.1');
    asked.push({ path: request.url!, body, headers: request.headers });
    const say = (status: number, value: unknown = '') => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof value === 'string' ? value : JSON.stringify(value));
    };
    if (request.headers['x-zotero-connector-api-version'] === undefined) return say(403, 'Request not allowed');
    if (pathname === '/connector/ping') return say(200, { prefs: {} });
    if (pathname === '/connector/getSelectedCollection') return say(...selected);
    if (pathname !== '/connector/import') return say(404, 'No endpoint found');
    if (!canEdit) return say(500, { libraryEditable: false });
    if (!body.startsWith('TY  - ')) return say(400);
    const session = searchParams.get('session')!;
    if (sessions.has(session)) return say(409, { error: 'SESSION_EXISTS' });
    sessions.add(session);
    say(
      201,
      body.match(/^TY {2}- /gm)!.map((_type, i) => ({ id: i })),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(() => server.close());
beforeEach(() => {
  asked.length = 0;
  canEdit = true;
  selected = [
    200,
    { libraryID: 1, libraryName: 'My Library', libraryEditable: true, editable: true, id: 7, name: 'Lamps' },
  ];
});

const zotero = () => {
  const { port } = server.address() as AddressInfo;
  const post = createZoteroPost((input, init) => fetch(String(input).replace(':23119', `:${port}`), init));
  return createZotero({ post });
};

describe('where works would arrive in Zotero', () => {
  it('is the collection chosen there', async () => {
    expect(await zotero().place()).toEqual({
      ok: true,
      value: { library: 'My Library', collection: 'Lamps', isEditable: true },
    });
    expect(asked.map(({ path }) => path)).toEqual(['/connector/ping', '/connector/getSelectedCollection']);
  });

  it.each([
    [
      'a library itself',
      { libraryName: 'My Library', id: null, name: 'My Library', editable: true },
      { isEditable: true },
    ],
    [
      'one that may not be changed',
      { libraryName: 'Group', id: null, name: 'Group', editable: false },
      { isEditable: false },
    ],
  ])('may be %s', async (_what, said, expected) => {
    selected = [200, said];
    expect(await zotero().place()).toEqual({ ok: true, value: { library: said.libraryName, ...expected } });
  });

  it.each<[string, [number, unknown], string]>([
    ['not be said', [200, 'nonsense'], 'format'],
    ['be refused', [412, ''], 'refused'],
    ['fail', [503, ''], 'server'],
  ])('may %s', async (_what, answer, kind) => {
    selected = answer;
    expect(await zotero().place()).toMatchObject({ ok: false, failure: { kind } });
  });

  it('is nowhere while Zotero does not run', async () => {
    const post = createZoteroPost(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await createZotero({ post }).place()).toMatchObject({ ok: false, failure: { kind: 'offline' } });
  });
});

describe('sending works to Zotero', () => {
  it('says how many arrived, and sends once what is said twice', async () => {
    const records = 'TY  - JOUR\r\nTI  - Étude\r\nER  - \r\n\r\nTY  - BOOK\r\nER  - \r\n';
    expect(await zotero().send(records, 's1')).toEqual({ ok: true, value: { items: 2 } });
    expect(await zotero().send(records, 's1')).toEqual({ ok: true, value: {} });
    expect(asked[0]).toMatchObject({ path: '/connector/import?session=s1', body: records });
    expect(asked[0]!.headers.cookie ?? asked[0]!.headers.referer).toBeUndefined();
  });

  it('is refused where the library may not be changed', async () => {
    canEdit = false;
    expect(await zotero().send('TY  - JOUR\r\n', 's2')).toMatchObject({
      ok: false,
      failure: { stage: 'zotero.readOnly' },
    });
  });

  it('fails where Zotero can read nothing in it', async () => {
    expect(await zotero().send('nothing', 's3')).toMatchObject({ ok: false, failure: { kind: 'format' } });
  });
});

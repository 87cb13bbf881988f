// A web of our own on this machine: one HTTPS server that answers for any host name, so that the shipped extension can be
// run against the services' real names, and against pages of invented hosts, without a packet leaving the machine.
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createSocketServer } from 'node:net';
import { generate } from 'selfsigned';

/**
 * @typedef {object} Asked What was asked of the world.
 * @property {string} host Lower case, without port.
 * @property {string} path With query.
 * @property {string} method
 * @property {URL} url
 * @property {number} at Milliseconds since the epoch.
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {boolean} known False where no handler answers for the host.
 */

/**
 * @typedef {object} Answer
 * @property {number} [status] 200 where missing.
 * @property {Record<string, string>} [headers]
 * @property {string | Buffer} [body]
 * @property {number} [delayMs] Wait before the first byte.
 * @property {boolean} [drop] Close the connection without an answer: a service that is down.
 * @property {boolean} [hang] Never answer: a service that is too slow.
 */

/** @typedef {(asked: Asked) => Answer | undefined | Promise<Answer | undefined>} Handler */

/** Hosts that browsers call on their own account, however they are told not to. */
const BROWSERS_OWN =
  /(^|\.)(google\.com|googleapis\.com|gstatic\.com|gvt1\.com|googleusercontent\.com|mozilla\.(com|net|org)|firefox\.com|digicert\.com|pki\.goog)$/;

/** An answer in JSON. @param {unknown} value @param {Partial<Answer>} [more] @returns {Answer} */
export const json = (value, more = {}) => ({
  ...more,
  headers: { 'content-type': 'application/json', ...more.headers },
  body: JSON.stringify(value),
});

/** An answer in HTML. @param {string} body @param {Partial<Answer>} [more] @returns {Answer} */
export const html = (body, more = {}) => ({
  ...more,
  headers: { 'content-type': 'text/html; charset=utf-8', ...more.headers },
  body,
});

/** A service that asks for patience. @param {number} seconds @returns {Answer} */
export const limited = (seconds) => ({
  status: 429,
  headers: { 'content-type': 'text/plain', 'retry-after': String(seconds) },
  body: 'Too many requests',
});

/** JSON that breaks off in the middle. @param {unknown} value @returns {Answer} */
export const halfJson = (value) => {
  const whole = JSON.stringify(value);
  return { headers: { 'content-type': 'application/json' }, body: whole.slice(0, Math.floor(whole.length / 2)) };
};

async function certificate() {
  const pems = await generate([{ name: 'commonName', value: 'local test world' }], {
    keySize: 2048,
    algorithm: 'sha256',
  });
  return { key: pems.private, cert: pems.cert };
}

const listen = (server) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server.address().port));
  });

/**
 * Starts a world on a free port of the loopback interface. The port speaks TLS and plain HTTP alike.
 *
 * @returns What a test needs: `port`; `handle`, `page` and `forget` to say who answers; `requests`, everything asked since
 *   the start or the last `clear()`; `close`.
 */
export async function openWorld() {
  /** @type {Map<string, Handler>} */
  const hosts = new Map();
  /** @type {Map<string, Map<string, Answer | Handler>>} */
  const pages = new Map();
  /** @type {Asked[]} */
  let requests = [];
  const sockets = new Set();

  async function answer(asked) {
    const page = pages.get(asked.host)?.get(asked.url.pathname);
    if (page) return typeof page === 'function' ? page(asked) : page;
    return hosts.get(asked.host)?.(asked);
  }

  async function serve(request, response) {
    const host = (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
    const known = hosts.has(host) || pages.has(host);
    const path = request.url ?? '/';
    const secure = Boolean(request.socket.encrypted);
    const asked = {
      host,
      path,
      known,
      method: request.method ?? 'GET',
      url: new URL(path, `${secure ? 'https' : 'http'}://${host || 'nowhere.invalid'}`),
      at: Date.now(),
      headers: request.headers,
    };
    requests.push(asked);
    let given;
    try {
      given = await answer(asked);
    } catch (error) {
      given = { status: 500, body: String(error), headers: { 'content-type': 'text/plain' } };
    }
    given ??= {
      status: known ? 404 : 502,
      headers: { 'content-type': 'text/plain' },
      body: known ? 'Not here.' : 'Nobody answers for this host.',
    };
    if (given.delayMs) await new Promise((resolve) => setTimeout(resolve, given.delayMs));
    if (given.hang) return;
    if (given.drop) {
      request.socket.destroy();
      return;
    }
    // Not no-store: that would keep the page out of the back/forward cache.
    response.writeHead(given.status ?? 200, { 'cache-control': 'no-cache', ...given.headers });
    response.end(request.method === 'HEAD' ? undefined : (given.body ?? ''));
  }

  const secure = createHttpsServer(await certificate(), serve);
  const plain = createHttpServer(serve);
  const front = createSocketServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      // A TLS handshake starts with record type 22 (RFC 8446 §5.1).
      (first[0] === 22 ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  for (const server of [secure, plain]) {
    server.keepAliveTimeout = 60_000;
    server.on('tlsClientError', () => {});
    server.on('clientError', (_error, socket) => socket.destroy());
  }
  const port = await listen(front);

  return {
    port,
    /** Lets a function answer for a host, before or after which single pages may be set. @param {string} host @param {Handler} handler */
    handle(host, handler) {
      hosts.set(host, handler);
    },
    /** Serves one page: HTML, or any answer, or a function. @param {string} url @param {string | Answer | Handler} content */
    page(url, content) {
      const { host, pathname } = new URL(url);
      const paths = pages.get(host) ?? new Map();
      paths.set(pathname, typeof content === 'string' ? html(content) : content);
      pages.set(host, paths);
    },
    /** Nobody answers for the host any more. @param {string} host */
    forget(host) {
      hosts.delete(host);
      pages.delete(host);
    },
    /** What was asked of a host, or of all but the browsers' own. @param {string} [host] @returns {Asked[]} */
    requests(host) {
      return requests.filter((asked) => (host ? asked.host === host : !BROWSERS_OWN.test(asked.host)));
    },
    clear() {
      requests = [];
    },
    /** An empty world again, as it was started. */
    reset() {
      hosts.clear();
      pages.clear();
      requests = [];
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => front.close(resolve));
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openWorld>>} World */

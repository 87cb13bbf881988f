/**
 * Whether an address is within the origins to which a source's requests may go: `https://api.example.org` is that origin alone,
 * `https://*.example.org` all its subdomains, `https://*` every page of the web.
 */
export function isWithin(origins: readonly string[], address: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  return origins.some((origin) => {
    if (!origin.startsWith('https://*')) return origin === url.origin;
    return url.protocol === 'https:' && !url.port && url.hostname.endsWith(origin.slice('https://*'.length));
  });
}

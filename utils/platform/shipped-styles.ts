import { browser } from './browser';

/** A file of `public/csl/`. */
async function shipped(name: string): Promise<string> {
  const path = `/csl/${name}`;
  return (await fetch((browser.runtime.getURL as (path: string) => string)(path))).text();
}

/** The text of a citation style that ships, by its id. */
export const shippedStyle = (id: string): Promise<string> => shipped(`${id}.csl`);

/** Languages whose words ship for styles; the first stands in for all others. */
const STYLE_LOCALES = ['en-US', 'en-GB'] as const;

/** The words of styles, by language. */
export const shippedLocales = async (): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    await Promise.all(STYLE_LOCALES.map(async (tag) => [tag, await shipped(`locales-${tag}.xml`)] as const)),
  );

/**
 * What a file that ships with the extension holds: loaded when it is first wanted rather than when the background starts,
 * which it does for every tab.
 *
 * @param load - Fetches the file.
 * @param read - Makes what is wanted of its content.
 * @returns A function that gives the same thing each time; undefined where the file could not be read, to be tried again at
 *   the next call. It never rejects.
 */
export function shippedFile<T>(
  load: () => Promise<Response>,
  read: (file: Response) => Promise<T>,
): () => Promise<T | undefined> {
  let loaded: Promise<T | undefined> | undefined;
  return () => {
    loaded ??= load()
      .then(read)
      .catch(() => {
        loaded = undefined;
        return undefined;
      });
    return loaded;
  };
}

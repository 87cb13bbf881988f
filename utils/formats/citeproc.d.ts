/** What is used of citeproc-js (https://citeproc-js.readthedocs.io/en/latest/running.html), which brings no types. */
declare module 'citeproc' {
  interface System {
    retrieveLocale(language: string): string;
    retrieveItem(id: string): unknown;
  }
  interface Engine {
    updateItems(ids: readonly string[]): void;
    /** False where the style has no bibliography. */
    makeBibliography():
      | false
      | readonly [parameters: { readonly bibliography_errors: readonly unknown[] }, entries: readonly string[]];
  }
  const CSL: { readonly Engine: new (system: System, style: string, language?: string) => Engine };
  export default CSL;
}

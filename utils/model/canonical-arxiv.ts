/** Old numbers name the archive (`hep-th/9901001`, 1991 to March 2007), new ones do not; they have five digits since 2015. */
const NUMBER =
  /^(?:arxiv[:\s]*)?((?:0[7-9]|1[0-4])\d\d\.\d{4}|(?:1[5-9]|[2-9]\d)\d\d\.\d{5}|[a-z][a-z-]{1,15}(?:\.[a-z]{2})?\/(?:9[1-9]|0[0-7])\d{5})(?:v\d{1,3})?(?:\.pdf)?$/i;

/**
 * An arXiv number without version (versions are one work) and without the subject class that old numbers sometimes carry
 * (info.arxiv.org/help/arxiv_identifier.html).
 */
export function canonicalArxiv(raw: string): string | undefined {
  const value = NUMBER.exec(raw.trim())?.[1]
    ?.toLowerCase()
    .replace(/^([a-z-]+)\.[a-z]{2}\//, '$1/');
  if (!value) return undefined;
  const month = Number(/^(?:[a-z-]+\/)?\d\d(\d\d)/.exec(value)?.[1]);
  return month >= 1 && month <= 12 ? value : undefined;
}

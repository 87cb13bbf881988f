/**
 * Longest address that is handed to another program, characters: Windows takes 2,083 at most
 * (https://learn.microsoft.com/en-us/troubleshoot/developer/browsers/), and Chromium refuses more than 2,048 there.
 */
const LONGEST = 2000;

/**
 * The address by which Obsidian makes a note (https://help.obsidian.md/Extending+Obsidian/Obsidian+URI).
 *
 * @param stem - The note's name, safe as the name of a file.
 * @returns Undefined where the note is too long for an address: give it as a file then.
 */
export function obsidianAddress(stem: string, text: string): string | undefined {
  const address = `obsidian://new?name=${encodeURIComponent(stem)}&content=${encodeURIComponent(text.toWellFormed())}`;
  return address.length <= LONGEST ? address : undefined;
}

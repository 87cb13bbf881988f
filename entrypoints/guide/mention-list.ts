import css from '../../components/guide/mentions.css?inline';
import { say } from '../../components/note/words';
import { dress } from '../../utils/page/host';
import { makeElement } from '../../utils/page/layer';

/** A mention as it is listed. */
export interface ListedMention {
  /** The words of the page that cite the work. */
  readonly words: string;
  /** Whether the note stands at it. */
  readonly isHere: boolean;
}

/** Draws the mentions of a work in a place of a note, in the order of the page. @param onPick - The reader wants to see one. */
export function drawMentions(
  place: HTMLElement,
  mentions: readonly ListedMention[],
  onPick: (index: number) => void,
): void {
  const document = place.ownerDocument as Document;
  dress(place, css);
  const section = makeElement(document, 'section', 'mentions');
  const heading = makeElement(document, 'h3');
  const isAlone = mentions.every(({ isHere }) => isHere);
  heading.textContent = isAlone ? say('noMention') : say('mentionsHere', mentions.length);
  const list = makeElement(document, 'ol');
  for (const [index, { words, isHere }] of mentions.entries()) {
    const item = makeElement(document, 'li');
    const button = makeElement(document, 'button', 'mention');
    button.type = 'button';
    button.dir = 'auto';
    button.textContent = words;
    if (isHere) button.setAttribute('aria-current', 'location');
    button.addEventListener('click', () => onPick(index));
    item.append(button);
    if (isHere && !isAlone) {
      const here = makeElement(document, 'span', 'small');
      here.textContent = say('mentionAtNote');
      item.append(here);
    }
    list.append(item);
  }
  section.setAttribute('aria-label', heading.textContent);
  section.append(heading, list);
  place.replaceChildren(section);
  section.scrollIntoView({ block: 'nearest' });
}

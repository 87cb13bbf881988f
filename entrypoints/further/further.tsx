import { type ComponentChild, render } from 'preact';
import { Further } from '../../components/note/further';
import css from '../../components/note/further.css?inline';
import { WorkRecord } from '../../components/note/record';
import { Which } from '../../components/note/which';
import { say } from '../../components/note/words';
import { bibtex } from '../../utils/formats/bibtex';
import { cslJson } from '../../utils/formats/csl-json';
import { type Format, writeWhole } from '../../utils/formats/format';
import { ris } from '../../utils/formats/ris';
import { readIdentifier } from '../../utils/model/read-identifier';
import { DEFAULT_SEARCHES } from '../../utils/model/search-template';
import type { Work } from '../../utils/model/work';
import { type ClipboardForms, citationText, linkForms, markdownLink } from '../../utils/notes/copy';
import { viewFurther } from '../../utils/notes/further';
import { viewRecord } from '../../utils/notes/record';
import { copyForms } from '../../utils/page/clipboard';
import type { Door, Further as FurtherPart } from '../../utils/page/door';
import { dress } from '../../utils/page/host';
import { pageEmail } from '../../utils/page/page-email';
import { bring } from '../../utils/platform/bring';
import { sendToBackground } from '../../utils/platform/send';
import { language } from '../../utils/words/words';

/** A work as a reading list of one, for what writes reading lists. */
const oneWork = (work: Work) => ({
  items: [{ id: 'one', work, status: 'to-read', remark: '', tags: [], encounters: [], added: 0, modified: 0 } as const],
  passages: [],
});

/** Draws in places of the frame's notes, with its own copy of the view library: the two never draw in the same element. */
export function createFurther(document: Document, door: Door): FurtherPart {
  const { navigator } = document.defaultView as Window;
  const drawn = (place: HTMLElement, child: ComponentChild) => {
    dress(place, css);
    render(child, place);
    return () => render(null, place);
  };
  return {
    copyLink({ words, tell }) {
      void copyForms(document, linkForms(words(), door.settings.copyLink)).then((isCopied) =>
        tell(say(isCopied ? 'copied' : 'copyFailed')),
      );
    },
    showMore(place, { words, work, claim, tell, remark }) {
      const copy = async (forms: ClipboardForms) =>
        tell(say((await copyForms(document, forms)) ? 'copiedForm' : 'copyFailed'));
      const citing = {
        url: document.location.href,
        title: document.title,
        email: pageEmail(document),
        claim: claim(),
      };
      const shared = () => {
        const { title, url } = words();
        return { title, text: title, url };
      };
      const keepRemark = async (words: string) => {
        const isKept = (await remark?.(words)) ?? false;
        if (isKept) tell(say('remarkKept'));
        return isKept;
      };
      // There is none in many browsers, and a page can forbid it to the frames in it.
      const mayShare = 'share' in navigator && (navigator.canShare?.(shared()) ?? true);
      const share = () => {
        navigator.share(shared()).catch((error: DOMException) => {
          // So is called what happens when the reader thinks better of it.
          if (error.name !== 'AbortError') tell(say('shareFailed'));
        });
      };
      const citation = async (): Promise<ClipboardForms> => {
        const { copyCitation } = door.settings;
        const known = work();
        if (!known || copyCitation === 'text') return citationText(words());
        const written = (format: Format) => writeWhole(format, oneWork(known), { generatedAt: new Date() }).trim();
        if (copyCitation === 'bibtex') return { plain: written(bibtex) };
        if (copyCitation === 'ris') return { plain: written(ris) };
        const reply = await sendToBackground('citeInStyle', { record: written(cslJson), style: copyCitation });
        return reply.ok ? { plain: reply.value.text, html: reply.value.html } : citationText(words());
      };
      // The press on the button takes the selection of some browsers away.
      const selected = document.getSelection()?.toString().replace(/\s+/g, ' ').trim().slice(0, 100) ?? '';
      const define = async () => {
        if (!door.glossary) await bring('glossary');
        door.glossary?.define(document.getSelection()?.toString().trim().slice(0, 100) || selected);
      };
      return drawn(
        place,
        <Further
          say={say}
          view={viewFurther(words(), work(), citing, door.settings.searches ?? DEFAULT_SEARCHES, say)}
          onCopyAs={(form) => void (form === 'markdown' ? copy(markdownLink(words())) : citation().then(copy))}
          onSearchLibrary={() => void sendToBackground('openLibrary', { search: words().title })}
          onDefine={() => void define()}
          onRemark={remark && keepRemark}
          onShare={mayShare ? share : undefined}
        />,
      );
    },
    tellRecord(place, { work, sources }) {
      const known = work();
      if (!known) return () => {};
      const { asked, disagreements = [] } = sources();
      return drawn(
        place,
        <WorkRecord say={say} view={viewRecord({ work: known, disagreements, asked }, say, language())} />,
      );
    },
    askWhich: (place, { correct }) => drawn(place, <Which say={say} read={readIdentifier} onCorrect={correct} />),
  };
}

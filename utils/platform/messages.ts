import type { BackupFault, BackupPlan, BackupState } from '../model/backup-plan';
import type { BulkJob } from '../model/bulk';
import type { Citation, CitationKind } from '../model/citation';
import type { StyledCitation, StylingTask } from '../model/citation-style';
import type { CitedStanding } from '../model/cited-standing';
import type { Collection, CollectionChange } from '../model/collection';
import type { PageHistory, Travel } from '../model/deed';
import type { Result } from '../model/failure';
import type { ImportCounts, ImportSlice } from '../model/imported';
import type { LookUpQuestion } from '../model/look-up';
import type { JobKind } from '../model/look-up-job';
import type { ItemMerge } from '../model/merge';
import type { PageAbout } from '../model/page-about';
import type { PageSays } from '../model/page-names';
import type { Colour, Passage, Selectors } from '../model/passage';
import type { ReadingItem, Status } from '../model/reading-item';
import type { Settings } from '../model/settings';
import type { Sign } from '../model/sign';
import type { SiteRule } from '../model/site-rule';
import type { Sought } from '../model/visit';
import type { WorkKind } from '../model/work';
import type { ZoteroPlace } from '../model/zotero';

/** Scripts that are put into a frame when it needs them. */
export const SCRIPTS = [
  'finder',
  'hand',
  'reader',
  'bar',
  'linker',
  'standing',
  'mender',
  'further',
  'nester',
  'glossary',
  'walker',
  'guide',
  'teacher',
  'liner',
  'outliner',
] as const;
/** Name of one of {@link SCRIPTS}. */
export type Script = (typeof SCRIPTS)[number];

/** What a reader may change of a saved passage. */
export interface PassageChange {
  readonly colour?: Colour;
  readonly remark?: string;
  readonly tags?: readonly string[];
  /** Where it stands: put right by the reader, or other words of the page. */
  readonly selectors?: Selectors;
}

/** What a reader may change of an item of the reading list. */
export interface ItemChange {
  readonly status?: Status;
  readonly headline?: string;
  readonly collections?: readonly string[];
  readonly remark?: string;
  readonly tags?: readonly string[];
}

/** What a reader may change about the backups that are made by themselves. */
export interface BackupsChange {
  readonly plan?: BackupPlan;
  /** Name of the folder that the reader chose. */
  readonly folder?: string;
  /** The question whether backups should be made was answered. */
  readonly wasAsked?: boolean;
}

/** The backup that is to be written. */
export interface BackupTask {
  readonly place: BackupPlan['place'];
  readonly name: string;
  /** Whether a file of this name is one of ours, to be written anew. */
  readonly taken: boolean;
  /** Files in the folder that are more than are to be kept. */
  readonly surplus: readonly string[];
}

/** How a backup went: its file and which ones were removed for it, or why there is none. */
export type BackupDone =
  | { readonly isMade: true; readonly name: string; readonly bytes: number; readonly removed: readonly string[] }
  | { readonly isMade: false; readonly why: BackupFault; readonly detail: string };

/**
 * Everything said to the background, by name: `[input, output]`. Every input is checked by `guards.ts` on arrival. All are
 * idempotent: said twice, each does its work once.
 */
export interface ToBackground {
  /** From a page, once it can be read and again when its address changes: which passages are saved here? */
  greet: [
    PageSays,
    {
      readonly passages: readonly Passage[];
      /** The last thing done here was deleting a passage, a moment ago. */
      readonly hasJustDeleted?: boolean;
      /** The page was opened from a note, to see words of it. */
      readonly sought?: Sought;
    },
  ];
  /** From a page: put a script into the sender's frame. */
  inject: [{ readonly script: Script }, Record<string, never>];
  /**
   * From the reader or library. The id is the caller's, so that saying it twice saves once. A page gives, in place of its
   * keys, what it says of itself: what that means takes more room to tell than a script in every page should have.
   */
  savePassage: [{ readonly passage: Passage; readonly says?: PageSays }, Passage];
  /** `seen`: what the sender had seen of the fields that it changes, so that another's edit of them is kept with its own. */
  changePassage: [
    { readonly id: string; readonly change: PassageChange; readonly seen?: PassageChange; readonly travel?: Travel },
    Passage,
  ];
  deletePassage: [{ readonly id: string; readonly travel?: Travel }, Record<string, never>];
  restorePassage: [{ readonly id: string; readonly travel?: Travel }, Passage];
  /** What was done to the passages of a page since the browser was started, for taking it back. */
  pageHistory: [PageSays, PageHistory];
  /** What a page says of the work it is: title, authors, year. Asked when a quote may be copied with its citation. */
  describePage: [PageSays, PageAbout];
  /** The tags that the reader uses, most used first: asked when a field for tags opens. */
  listTags: [Record<string, never>, { readonly tags: readonly string[] }];
  /**
   * Opens a document in a tab beside the sender's, to see words of it. Said twice, it is opened once. `isFile`: it is shown by a
   * viewer of the browser's own, where nothing can be marked.
   */
  openDocument: [{ readonly id: string; readonly url: string; readonly sought: Sought }, { readonly isFile: boolean }];
  /** From that document: its words were shown, or said not to be there. */
  visitDone: [Record<string, never>, Record<string, never>];
  /** From that document: show the tab again that it was opened from. */
  returnFromVisit: [Record<string, never>, { readonly isThere: boolean }];
  /**
   * Lists the work of a citation, with the place where it was met. The record is the background's own, never the page's. A remark of the
   * reader's is added to what they have remarked on it before.
   */
  saveWork: [
    {
      readonly citation: Citation;
      readonly page: { readonly url: string; readonly title: string };
      readonly remark?: string;
    },
    ReadingItem,
  ];
  changeItem: [{ readonly id: string; readonly change: ItemChange; readonly seen?: ItemChange }, ReadingItem];
  deleteItem: [{ readonly id: string }, Record<string, never>];
  restoreItem: [{ readonly id: string }, ReadingItem];
  /** Changes a collection, or makes it. The id is the caller's. */
  changeCollection: [
    { readonly id: string; readonly change: CollectionChange; readonly seen?: CollectionChange },
    Collection,
  ];
  /** Makes items that are one work into one; `unmergeItems` takes them apart again. */
  mergeItems: [{ readonly ids: readonly string[] }, ItemMerge];
  unmergeItems: [{ readonly before: readonly string[] }, Record<string, never>];
  /**
   * Changes many entries, batch by batch, whatever is closed or ended meanwhile; answered when it has ended. How far it has come stands in
   * the library. `isOwn`: it was this one; one that was at work already is finished first, and this one is not begun.
   */
  beginBulk: [
    Pick<BulkJob, 'name' | 'table' | 'change'> & { readonly ids: readonly string[] },
    { readonly isOwn: boolean },
  ];
  /** Goes on with what was interrupted, or with what the reader has stopped; answered when it has ended. */
  resumeBulk: [{ readonly isStopped: boolean }, Record<string, never>];
  cancelBulk: [Record<string, never>, Record<string, never>];
  /** Gives the entries of a job back what they were. */
  undoBulk: [{ readonly name: string }, Record<string, never>];
  /** The reader was told what came of it. */
  toldBulk: [{ readonly name: string }, Record<string, never>];
  /** Puts rows of a backup into the library: lines of its file, as text, so that no character is lost on the way. */
  restoreLines: [
    { readonly lines: readonly string[]; readonly replaces: boolean },
    { readonly added: number; readonly replaced: number; readonly identical: number; readonly kept: number },
  ];
  /** What bringing in a file would do: slices of what was read (`ReadFile` of `formats/read-file.ts`) as JSON, or addresses of blobs of them. */
  previewImport: [{ readonly files: readonly string[]; readonly label: string }, ImportCounts];
  /** Brings in one slice, with a tag for its passages or without. */
  runImport: [
    ImportSlice & { readonly file: string; readonly label: string; readonly tag?: string | undefined },
    ImportCounts,
  ];
  /** Takes all of an import back, whenever it was; answered when that has ended. */
  undoImport: [{ readonly name: string }, Record<string, never>];
  /** What looking many works up would send, and to whom. Sends nothing. */
  planLookUp: [
    { readonly kind: JobKind; readonly ids: readonly string[] },
    { readonly works: number; readonly services: readonly string[] },
  ];
  /** Looks many works up; the name is the caller's. How far it has come is in the library. */
  beginLookUp: [
    { readonly name: string; readonly kind: JobKind; readonly ids: readonly string[] },
    Record<string, never>,
  ];
  /** Goes on with it after the background died. */
  resumeLookUp: [{ readonly isStopped: boolean }, Record<string, never>];
  /** Stops it; one that has ended is forgotten. */
  cancelLookUp: [Record<string, never>, Record<string, never>];
  /** Takes back what it has learnt, once it has ended or was stopped. */
  undoLookUp: [Record<string, never>, { readonly works: number }];
  /** Changes plan and place of the backups that are made by themselves. */
  changeBackups: [BackupsChange, BackupState];
  /** Makes a backup where one is due; at any rate where forced. */
  checkBackups: [{ readonly isForced: boolean }, BackupState];
  /** From the hidden page that writes backups: what shall be written, and where? */
  askBackupTask: [Record<string, never>, BackupTask];
  /** From there: puts what is at an address of that page's into the folder for downloads. */
  downloadBackup: [{ readonly url: string; readonly name: string }, Record<string, never>];
  backupDone: [BackupDone, Record<string, never>];
  /** Deletes for good what was deleted up to a time, milliseconds since the epoch. */
  emptyTrash: [{ readonly before: number }, { readonly removed: number }];
  /** From a page and the side panel: what this device knows of works that are cited there. Nobody else is asked. */
  askStanding: [{ readonly cited: readonly LookUpQuestion[] }, CitedStanding];
  /** Puts a list of retracted works, as base64, in place of the reader's own. */
  replaceRetractions: [{ readonly list: string }, { readonly size: number; readonly made: string }];
  /** The lists of retracted works on this device. */
  describeRetractions: [Record<string, never>, { readonly size: number; readonly made: string }];
  /** Where in Zotero works would arrive. */
  zoteroPlace: [Record<string, never>, ZoteroPlace];
  /** Puts works, as RIS, into Zotero; the session is the caller's name for it. Says how many arrived, where Zotero says so. */
  sendToZotero: [{ readonly records: string; readonly session: string }, { readonly items?: number }];
  /** Adds and removes what the reader taught about sites. */
  changeRules: [{ readonly add: readonly SiteRule[]; readonly remove: readonly SiteRule[] }, Record<string, never>];
  /** From a page: what this device knows of a cited work without asking anybody. */
  askKnown: [
    { readonly question: LookUpQuestion },
    { readonly kind?: WorkKind; readonly year?: number; readonly isRetracted: boolean; readonly isListed: boolean },
  ];
  /** Keeps what a word of the reader's own means; the id is the caller's. From a page, too: the note on a word is changed there. */
  saveTerm: [{ readonly id: string; readonly word: string; readonly definition: string }, Record<string, never>];
  removeTerm: [{ readonly id: string }, Record<string, never>];
  /** From a page: a work in a citation style; `record` is CSL-JSON. */
  citeInStyle: [StylingTask, StyledCitation];
  /** From the hidden page that cites: what shall be cited, and how? */
  askStylingTask: [Record<string, never>, StylingTask];
  /** From there: what came of it, where anything did. */
  stylingDone: [{ readonly made?: StyledCitation }, Record<string, never>];
  /** Answers the consent question of the first note. */
  allowLookUps: [{ readonly lookUp: 'on-open' | 'on-press' }, Settings];
  /** Opens the library (or brings it to the front), at what some words find in it. */
  openLibrary: [{ readonly search?: string }, Record<string, never>];
}

/** What the popup wants to know of a frame, or of all of a page. */
export interface PageStatus {
  readonly host: string;
  readonly citations: number;
  readonly clusters: number;
  readonly passages: number;
  readonly settled: boolean;
  /** Which kinds of citation there are, as what else words are marked, and the colours of passages: what a legend has to explain. */
  readonly kinds: readonly CitationKind[];
  readonly signs: readonly Sign[];
  readonly colours: readonly Colour[];
}

/** What of a page may be put into the reading list. */
export interface PageSubject {
  readonly says: PageSays;
  readonly title: string;
  readonly selection: string;
}

/** Everything said to the scripts of a tab by the background or the popup: `[input, output]`. */
export interface ToPage {
  command: [
    {
      readonly name:
        | 'open-note'
        | 'next-citation'
        | 'previous-citation'
        | 'save-passage'
        | 'undo-passage'
        | 'redo-passage';
    },
    Record<string, never>,
  ];
  /** The link at which the context menu was opened last is a citation. */
  markCitation: [Record<string, never>, Record<string, never>];
  /** Passages of this page have changed: ask again. */
  passagesChanged: [Record<string, never>, Record<string, never>];
  /** The reading list has changed, or whether it is shown on pages. */
  listChanged: [Record<string, never>, Record<string, never>];
  /** Asked of one frame at a time. */
  status: [Record<string, never>, PageStatus];
  /** What the page says of itself, and the words that are selected in it, at most 4,000 characters. */
  subject: [Record<string, never>, PageSubject];
  /** The passages saved for this page. */
  passages: [Record<string, never>, { readonly passages: readonly Passage[] }];
}

/** Name of the port that carries one note's look-up: the background says `LookUpUpdate`s over it. Closing the port aborts its requests. */
export const NOTE_PORT = 'note';

/** Said over the note's port by the reader. */
export type NoteAsks =
  | { readonly type: 'ask'; readonly question: LookUpQuestion }
  /** The reader pressed Look up: ask the services now, for this citation. */
  | { readonly type: 'go' };

/** The envelope of a message. */
export interface Envelope<Name extends string = string> {
  readonly name: Name;
  readonly input: unknown;
}

/** What comes back for a message: errors do not survive the trip, failures do. */
export type Reply<T> = Result<T>;

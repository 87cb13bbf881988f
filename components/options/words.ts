/** Every word of the options page, in one place: `{0}` is replaced by the first value given, and so on. */
const WORDS = {
  title: 'Options',
  library: 'Library',
  dismiss: 'Dismiss',
  saveFailed: 'That could not be saved: {0}',

  where: 'Where Ibid is on',
  on: 'Ibid is on',
  offHosts: 'Off on these sites',
  offHostsNone: 'On everywhere. The popup switches single sites off.',
  turnOnAgain: 'Turn on again for {0}',
  turnOn: 'Turn on again',

  marks: 'Marks on citations',
  marksNone: 'None',
  marksQuiet: 'Quiet: a dotted line',
  marksStrong: 'Strong: a tinted ground and a line',

  notes: 'Notes',
  markerDelay: 'Rest before a note opens on a short marker, as [3]',
  linkDelay: 'Rest before a note opens on other links',
  grace: 'Time before a note closes when the pointer has left',
  seconds: '{0} s',
  selectionBar: 'Show the small bar when words are selected',

  lookUp: 'Looking up',
  lookUpText:
    'What a page says of a citation is shown without asking anybody. For the study’s record and summary, Ibid asks the services below: it sends the citation’s identifier, no cookies, nothing about you or the page. Loading or scrolling a page never causes a request.',
  lookUpUnasked: 'Ask me in the first note that needs it',
  lookUpOnOpen: 'Look up studies when I open a note',
  lookUpOnPress: 'Only when I press Look up',

  services: 'Services',
  servicesText: 'Those that are on are asked together; the note says which told what.',
  serviceDocs: 'About its interface',
  contact: 'Your e-mail address, for the services’ polite pools',
  contactText:
    'Optional. Some services answer faster when they know whom to write to if something goes wrong. It is sent to those services only; without it nothing is.',

  shortcuts: 'Keyboard',
  noShortcut: 'not set',
  changeShortcuts: 'Change them in the browser’s settings',

  log: 'Every request ever made',
  logText:
    'Newest first. The list is kept on this device, and holds {0} requests. Those of private windows are not written down.',
  logTextOne: 'The list is kept on this device, and holds 1 request. Those of private windows are not written down.',
  logBox: 'Requests, newest first',
  logEmpty: 'None so far.',
  logFailed: 'The list could not be read: {0}',
  logMore: 'Show more',
  logWhen: 'When',
  logWho: 'Asked',
  logWhat: 'About',
  logWhy: 'Why',
  logOutcome: 'Answer',
  logMs: '{0} ms',
  reasonNote: 'a note was opened',
  reasonPressed: 'Look up was pressed',
  reasonRefresh: 'an old record was refreshed',
  outcomeFound: 'found',
  outcomeUnknown: 'not known there',
  outcomeOffline: 'no connection',
  outcomeTimeout: 'no answer in time',
  outcomeLimited: 'asked to slow down',
  outcomeRefused: 'refused',
  outcomeServer: 'trouble at its end',
  outcomeFormat: 'unreadable',
  outcomeStorage: 'not stored',
  outcomeInvalid: 'not a sound question',
  outcomeCancelled: 'note closed first',

  permissions: 'What Ibid may do, and why',
  permissionSites: 'Read the pages you visit',
  permissionSitesText:
    'To find citations and paint your passages wherever you read. You can narrow this to single sites in the browser’s settings for extensions. The same permission lets the services above be asked.',
  permissionStorage: 'Store data, without the usual limit',
  permissionStorageText: 'To keep your library and the services’ answers on this device. Nothing is uploaded anywhere.',
  permissionScripting: 'Put its reader into a page',
  permissionScriptingText:
    'Only a small part, which knows whether a page could hold citations, runs on every page; the rest is added where it is needed.',
  permissionMenus: 'Add to the context menu',
  permissionMenusText: 'For “Save passage” on selected words.',
} as const;

/** A word of the options page. */
export type OptionsWord = keyof typeof WORDS;

/** Says something in the reader's language. */
export const t = (word: OptionsWord, ...values: readonly (string | number)[]): string =>
  WORDS[word].replace(/\{(\d)\}/g, (_whole, index: string) => String(values[Number(index)] ?? ''));

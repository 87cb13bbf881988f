import type { HtmlPage } from './html';

/** What pages are called that stand where another was asked for: doors, tests for robots, errors with status 200. */
const TITLES =
  /^(?:log ?in|sign ?in|log ?on|anmelden|anmeldung|einloggen|iniciar sesi[oó]n|(?:se )?connexion|connectez|just a moment|one moment|un moment|un momento|einen moment|attention required|access (?:to this page has been )?denied|acceso denegado|acc[eè]s refus[eé]|zugriff verweigert|forbidden|are you a (?:robot|human)|robot or human|(?:bot|human|security|browser) (?:check|verification|challenge)|client challenge|validate user|verif(?:y|ying) (?:you are|that you are|your)|checking (?:if|your)|pardon our interruption|request (?:rejected|blocked|unsuccessful)|you have been blocked|ddos|captcha|page (?:not found|unavailable|cannot be found|does not exist)|not found|(?:seite|datei) (?:wurde )?nicht gefunden|p[aá]gina no encontrada|page (?:non trouv[eé]e|introuvable)|https? ?[45]\d\d|[45]\d\d\b|error\W*(?:[45]\d\d|page|$)|fehler(?:seite)?\W*(?:[45]\d\d|$)|oops|sorry,? (?:we|the|this|but|you)|service (?:temporarily )?unavailable|(?:temporarily )?unavailable|bad gateway|gateway time-?out|internal server error|too many requests|(?:site|scheduled|system) maintenance|maintenance\W*$|under maintenance|please wait|cookies? (?:are )?(?:required|disabled|absent)|enable (?:javascript|cookies)|session (?:expired|timed? ?out)|redirecting|object moved|moved permanently|document moved|loading\b\W*$|(?:institutional|shibboleth|openathens) (?:login|log in|access|sign))(?:\b|$)/i;
/** The same at the end, behind the name of the site: "Gulls and lamps | Page not found". */
const ENDS = /(?:^|[|:–—-]\s*)(?:page not found|not found|access denied|(?:error )?404|log ?in|sign ?in)\W*$/i;

/** Whether a page stands where another was asked for. One that describes a work as such is that work's, whatever it is called. */
export function isGate({ title, meta }: HtmlPage): boolean {
  const describes = ['citation_title', 'citation_doi', 'prism.doi', 'bepress_citation_title'].some((name) =>
    meta.has(name),
  );
  const words = title.replace(/\s+/g, ' ').trim();
  return !describes && (TITLES.test(words) || ENDS.test(words));
}

import type { HtmlPage } from './html';

/** How titles begin of pages that stand where another was asked for: doors, tests for robots, errors with status 200. */
const OPENINGS =
  /^(?:(?:log|sign) ?(?:in|on) to|just a moment|one moment,? please|un moment\b.{0,20}$|einen moment\b.{0,20}$|attention required|access to this page (?:has been|is)|are you a (?:robot|human)|robot or human|client challenge|validate user|verif(?:y|ying) (?:that )?you(?:r|’re| are)|checking (?:if|your)|pardon our interruption|you have been blocked|page (?:not found|unavailable|cannot be found|does not exist)|(?:diese )?seite (?:wurde )?nicht gefunden|p[aá]gina no encontrada|page (?:non trouv[eé]e|introuvable)|https? (?:error )?[45]\d\d|[45]\d\d\W{1,3}(?:error|not found|forbidden|page|unauthori[sz]ed|internal server|bad (?:gateway|request)|service|too many)|error\W{0,3}(?:4|5)\d\d|fehler\W{0,3}(?:4|5)\d\d|oops\b|sorry,? (?:we|the|this|but|you)\b|service (?:is )?(?:temporarily )?unavailable|bad gateway|gateway time-?out|internal server error|too many requests|(?:site|scheduled|system) maintenance|under maintenance|(?:please )?enable (?:javascript|cookies)|cookies? (?:are )?(?:required|disabled|absent)|your session (?:has )?(?:expired|timed? ?out)|object moved|(?:document )?moved permanently)/i;

/** The whole of such titles, or all of them but the name of the site: "Access denied: …" is a title like any other. */
const WHOLE =
  /^(?:log ?in|sign ?in|log ?on|anmelden|anmeldung|einloggen|iniciar sesi[oó]n|(?:se )?connexion|access denied|acceso denegado|acc[eè]s refus[eé]|zugriff verweigert|forbidden|(?:bot|human|security|browser) (?:check|verification|challenge)|captcha|request (?:rejected|blocked|unsuccessful)|not found|(?:page )?(?:temporarily )?unavailable|(?:error )?[45]\d\d|error|fehler(?:seite)?|maintenance|please wait|session expired|redirecting|loading|page not found|(?:institutional|shibboleth|openathens) (?:log ?in|access|sign ?in))[\s.!…]*$/i;

/** Whether a page stands where another was asked for. One that describes a work as such is that work's, whatever it is called. */
export function isGate({ title, meta }: HtmlPage): boolean {
  const describes = ['citation_title', 'citation_doi', 'prism.doi', 'bepress_citation_title'].some((name) =>
    meta.has(name),
  );
  const words = title.replace(/\s+/g, ' ').trim();
  const parts = words.split(/\s+[|–—·»-]\s+|\s*\|\s*/);
  return (
    !describes && (OPENINGS.test(words) || WHOLE.test(parts[0]!) || (parts.length > 1 && WHOLE.test(parts.at(-1)!)))
  );
}

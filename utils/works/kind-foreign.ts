import type { WorkKind } from '../model/work';

/**
 * Wordings of German, French, Spanish, Portuguese and Italian titles that name a kind, without their accents; tried in order, as
 * those of English ones are (`kind.ts`).
 */
const WORDINGS: readonly (readonly [RegExp, WorkKind])[] = [
  [
    /\bstudienprotokoll\b|\bprotoco(?:le|lo|llo) (?:d|p)\S*.{0,25}\b(?:etude|essai|estudio|ensayo|estudo|ensaio|revision|revisao|revue|revisione|studio)\b/,
    'protocol',
  ],
  [
    /(?<!\b(?:umsetz|adh|implement|cumplim|applica|evalua|kenntnis|conocimient|impact).{0,60})(?:\bs[123][a-z]?-?leitlinie\b|\bleitlinie\b|\bguias? (?:\w+ )?de pra(?:c)?tica clinica\b|\brecomm?[ae]nd\w+ (?:pour la pratique|de (?:bonne )?pratique|professionnelles)\b|\blinee guida\b|\bdiretrizes? (?:brasileiras?|clinicas?|para o)\b|\bdocumento de consenso\b)/,
    'guideline',
  ],
  [/\bmeta-?(?:analysen?|analisis|analise|analisi)\b|\bmetanalis[ei]s?\b/, 'meta-analysis'],
  [/\brevue exploratoire\b|\brevision (?:exploratoria|de alcance)\b|\brevisao de escopo\b/, 'scoping-review'],
  [
    /\brevues? systematiques?\b|\bsystematische[nrs]? (?:literatur)?(?:ubersicht\w*|reviews?)\b|\brevision(?:es)? sistemati(?:ca|zada)s?\b|\brevisao sistematica\b|\brevisione sistematica\b/,
    'systematic-review',
  ],
  [
    /\brandomisiert\w*[, -]+(?:\w+[, -]+){0,4}(?:studie|untersuchung)\b|\b(?:essais?|etudes?) (?:\w+ ){0,3}randomisee?s?\b|\bessais? (?:clinique |therapeutique )?controles?\b|\b(?:ensayos?|estudios?|ensaios?|estudos?) (?:\w+ ){0,3}(?:aleatori[zo]|randomizad|controlad)\w*|\b(?:studio|sperimentazione) (?:\w+ ){0,3}randomizzat\w+/,
    'trial',
  ],
  [
    /\bfall-kontroll-?studie\b|\bcas[- ]temoins?\b|\bcasos[- ](?:y[- ])?controles\b|\bcaso-controll?[eo]\b/,
    'case-control',
  ],
  [
    /\bkohorten-?(?:studie|analyse)\b|\blangsschnittstudie\b|\betudes? (?:de cohorte|longitudinale)\b|\bcohorte (?:prospecti|retrospecti)v[ea]\b|\bestud[io]+ (?:\w+ )?(?:de (?:cohortes?|coorte)|longitudinal)\b|\bstudio (?:\w+ )?di coorte\b/,
    'cohort',
  ],
  [
    /\bquerschnitts?(?:studie|untersuchung|erhebung|analyse)\b|\b(?:etude|enquete) transversale\b|\bestud[io]+ (?:\w+ )?transversal\b|\bstudio (?:\w+ )?trasversale\b/,
    'cross-sectional',
  ],
  [
    /\bqualitative[nr]? (?:interview-?)?(?:studie|untersuchung|inhaltsanalyse)\b|\b(?:etude|recherche|enquete|analyse) qualitative\b|\b(?:estudio|investigacion|analisis) cualitativ[ao]\b|\b(?:estudo|pesquisa|analise|studio|ricerca) qualitativ[ao]\b/,
    'qualitative',
  ],
  [
    /\bfall(?:bericht|serie)\b|\bkasuistik\b|\bcas clinique\b|\brapport de cas\b|\ba propos (?:d['’]un|de (?:deux|trois|quatre|\d+)) cas\b|\bcaso clinico\b|\b(?:reporte|informe|relato|presentacion) de (?:un )?casos?\b|\bserie de casos\b/,
    'case-report',
  ],
  [
    /:\s(?:eine? )?(?:literatur)?ubersicht$|\bubersichtsarbeit\b|\bliteraturubersicht\b|\brevue (?:de (?:la )?litterature|narrative)\b|\brevision (?:de la literatura|bibliografica|narrativa)\b|\brevisao (?:d[ae] literatura|integrativa|narrativa|bibliografica)\b|\brevisione (?:della letteratura|narrativa)\b/,
    'review',
  ],
];

/** Titles about how reviews are made. */
const HOW =
  /\b(?:wie|anleitung|leitfaden|comment|como|guide|guia|metodolog\w*|methodik)\b.{0,60}\b(?:systemati|sistemati|meta-?anal)/;

/** The kind that a title in another language than English names, with the words that do; undefined where it names none. */
export function foreignKind(title: string): { readonly kind: WorkKind; readonly words: string } | undefined {
  const printed = title.normalize('NFC');
  // A letter for a letter, so that what is found is shown as it is printed.
  const bare = printed
    .split('')
    .map((letter) => letter.normalize('NFD').toLowerCase()[0])
    .join('');
  if (HOW.test(bare)) return undefined;
  for (const [words, kind] of WORDINGS) {
    const found = words.exec(bare);
    if (found) return { kind, words: printed.slice(found.index, found.index + found[0].length).trim() };
  }
  return undefined;
}

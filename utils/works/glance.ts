import { sentencesOf } from '../claims/sentences';
import { GLANCE_PARTS, type GlancePart, type GlancePoint } from '../model/look-up';
import { type Section, sectionText } from '../model/rich-text';
import { hasStatistic } from './likeness/cues';

/** What speaks for a sentence telling a part: the heading it stands under, and its own wording. */
interface Signs {
  readonly heading: RegExp;
  readonly words: RegExp;
}

const PEOPLE =
  'patients|participants|adults|adolescents|children|infants|women|men|people|persons|individuals|subjects|volunteers|students|drinkers|smokers|users|clients|offenders|prisoners|veterans|families|couples|households|schools|practices|hospitals|studies|trials|reviews|articles|reports|papers|cases|controls|mice|rats|respondents|interviewees|informants|nurses|doctors|physicians|clinicians|practitioners|professionals|staff|workers|employees|teachers|pupils|undergraduates|carers|caregivers|parents|mothers|fathers|boys|girls|residents|members|beneficiaries|inpatients|outpatients|survivors|pacientes|participantes|adultos|mujeres|hombres|niños|sujetos|Patienten|Patientinnen|Teilnehmer|Teilnehmende|Erwachsene|Kinder|Frauen|Männer|patientes|adultes|femmes|hommes|enfants|sujets';

const SIGNS: Readonly<Record<GlancePart, Signs>> = {
  participants: {
    heading: /participant|patient|subject|population|sample|setting|data source|selection|enrol/i,
    words: new RegExp(
      `\\b(?:\\d[\\d,.\\s]{0,12}\\d|\\d+|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[A-Z]?[a-z]+(?:teen|ty)(?:-\\w+)?|hundred)(?:\\s+[\\w–-]+){0,4}?\\s+(?:${PEOPLE})\\b|\\b[nN]\\s*=\\s*\\d`,
    ),
  },
  design: {
    heading: /design|method|méthod|métod/i,
    words:
      /\brandomi[sz]ed\b[^.]{0,60}\b(?:trial|study|comparison|design)\b|\b(?:double|single|triple)[- ]blind|\bplacebo[- ]controlled\b|\bcohort (?:study|analysis|design)\b|\bcase[-–]control (?:study|analysis|design)\b|\bcross[-–]sectional\b|\bsystematic(?:ally)?\b[^.]{0,30}\breview|\bmeta-analys|\bqualitative\b|\bgrounded theory\b|\b(?:phenomenolog|ethnograph)\w+|\bfocus groups?\b|\bmixed[- ]methods\b|\bparallel[- ]group\b|\b(?:within|between)[- ]subjects\b|\bquasi-?experimental\b|\bbefore[- ]and[- ]after\b|\binterrupted time series\b|\b(?:pilot|feasibility) (?:study|trial)\b|\bensayo cl[ií]nico\b|\b(?:semi-structured )?interviews?\b|\bcross-?over\b|\b(?:prospective|retrospective)(?:ly)?\b|\b(?:national|postal|online|telephone|household|population) survey\b|^[\w\s-]*survey\.?$|\bby (?:lot|the toss)\b|\bwe searched\b|\bwere searched\b/i,
  },
  comparison: {
    heading: /intervention|exposure|comparison|treatment|procedure|method/i,
    words:
      /\b(?:were|was) (?:randomly |then )?(?:assigned|allocated|randomi[sz]ed|given)\b[^.]{0,300}\b(?:to|or|and)\b|\bcompared (?:with|to)\b|\bversus\b|\bvs\.? |\bcontrol (?:group|condition|arm)\b|\bor (?:placebo|usual care|standard care|no treatment)\b/i,
  },
  numbers: {
    heading: /result|résultat|ergebnis|finding/i,
    words:
      /\d\s*%|\b(?:OR|RR|HR|SMD|MD|odds ratio|risk ratio|hazard ratio|mean difference)\b|\d\.\d|\bp\s*[<=>]|\d[^.]{0,120}\b(?:versus|vs\b|compared (?:with|to)|than)[^.]{0,60}\d/i,
  },
};

/** What tells a part beyond doubt. */
const SURER: { readonly [Part in GlancePart]?: (sentence: string, heading: string) => number } = {
  participants: (_sentence, heading) => (/participant|patient|subject/i.test(heading) ? 0.5 : 0),
  comparison: (sentence) => Number(/\b(?:assigned|allocated|randomi[sz]ed) to\b/i.test(sentence)),
  numbers: (sentence) =>
    (hasStatistic(sentence) ? 1 : CHANGE.test(sentence) ? 0.5 : 0) - (BEGINNING.test(sentence) ? 0.75 : 0),
};
const CHANGE =
  /\b(?:rose|fell|increase[ds]?|decrease[ds]?|reduced|improved|declined|higher|lower|more|fewer|less|versus|vs)\b/i;

/** What was so before anything was done, or of all who took part. */
const BEGINNING =
  /\b(?:mean|median|average) age\b|\bage[d ]|\byears old\b|\bresponse rate\b|\b(?:at|of) baseline\b|\bbaseline characteristics\b|\b(?:completed|retained|dropped out|lost to follow-?up|follow-?up (?:was|rate))\b|\b(?:were|was) (?:female|male|women|men|included|enrolled|recruited)\b/i;

/** Whether a sentence under the results tells them: then it is theirs, whoever is counted or compared in it. */
const tellsResults = (sentence: string, heading: string): boolean =>
  SIGNS.numbers.heading.test(heading) &&
  !/method/i.test(heading) &&
  (hasStatistic(sentence) || (/\d\s*%|\b(?:versus|vs)\b/.test(sentence) && !COUNTED.test(sentence)));
const COUNTED = /\b(?:included|enrolled|recruited|randomi[sz]ed|assigned|analy[sz]ed|completed|(?:mean|median) age)\b/i;

/** Under such a heading the mere names of what is compared are enough. */
const NAMES_ARMS = /^(?:interventions?|comparisons?|exposures?)\b/i;

/** Headings under which nothing of a study itself is told, or only what it means. */
const OTHERS =
  /background|hintergrund|antecedente|introduc|einleitung|context|conclusi|schlussfolgerung|fazit|interpretation|discussion|diskussion|implication|registration|funding/i;
/** Fewer headings make no structured abstract. */
const FEWEST_HEADINGS = 2;
/** A longer sentence tells nothing at a glance. UTF-16 units. */
const LONGEST = 1200;

/**
 * What a reader wants to see of a study first, each as the sentence of its structured abstract that tells it: who took part, by
 * what design, what was compared, the main numbers. Found by headings and wording (English); a part that no sentence plainly
 * tells is left out, and no sentence stands for two.
 */
export function glanceOf(abstract: readonly Section[]): readonly GlancePoint[] {
  if (abstract.filter(({ heading }) => heading).length < FEWEST_HEADINGS) return [];
  const places = abstract.flatMap((section, index) => {
    const heading = section.heading ?? '';
    if (OTHERS.test(heading)) return [];
    const text = sectionText(section);
    return sentencesOf(text)
      .filter(({ start, end }) => end - start <= LONGEST)
      .map(({ start, end }) => ({ section: index, start, end, heading, text: text.slice(start, end) }));
  });
  const taken = new Set<(typeof places)[number]>();
  return GLANCE_PARTS.flatMap((part) => {
    const { heading, words } = SIGNS[part];
    const weight = (place: (typeof places)[number]): number => {
      const isNamed =
        part === 'comparison' && NAMES_ARMS.test(place.heading) && /\b(?:or|versus|vs)\b/i.test(place.text);
      if (taken.has(place) || !(isNamed || words.test(place.text))) return 0;
      if (part !== 'numbers' && tellsResults(place.text, place.heading)) return 0;
      // Numbers are what came of a study: those of its methods are of how it was done.
      if (part === 'numbers' && !heading.test(place.heading)) return 0;
      return 1 + (heading.test(place.heading) ? 1 : 0) + (SURER[part]?.(place.text, place.heading) ?? 0);
    };
    const best = places.reduce((most, place) => (weight(place) > weight(most) ? place : most), places[0]!);
    if (!best || weight(best) === 0) return [];
    taken.add(best);
    const { section, start, end } = best;
    return [{ part, section, start, end }];
  });
}

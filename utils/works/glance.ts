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
  'patients|participants|adults|adolescents|children|infants|women|men|people|persons|individuals|subjects|volunteers|students|drinkers|smokers|users|clients|offenders|prisoners|veterans|families|couples|households|schools|practices|hospitals|studies|trials|reviews|articles|reports|cases|controls|mice|rats';

const SIGNS: Readonly<Record<GlancePart, Signs>> = {
  participants: {
    heading: /participant|patient|subject|population|sample|setting|data source|selection|enrol/i,
    words: new RegExp(
      `\\b(?:\\d[\\d,.\\s]{0,12}\\d|\\d+|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[A-Z]?[a-z]+(?:teen|ty)(?:-\\w+)?|hundred)(?:\\s+[\\w–-]+){0,4}?\\s+(?:${PEOPLE})\\b|\\bn\\s*=\\s*\\d`,
    ),
  },
  design: {
    heading: /design|method/i,
    words:
      /\brandomi[sz]ed\b[^.]{0,60}\b(?:trial|study|comparison|design)\b|\b(?:double|single|triple)[- ]blind|\bplacebo[- ]controlled\b|\bcohort (?:study|analysis|design)\b|\bcase[-–]control (?:study|analysis|design)\b|\bcross[-–]sectional\b|\bsystematic(?:ally)?\b[^.]{0,30}\breview|\bmeta-analys|\bqualitative\b|\b(?:semi-structured )?interviews?\b|\bcross-?over\b|\b(?:prospective|retrospective)(?:ly)?\b|\b(?:national|postal|online|telephone|household|population) survey\b|^[\w\s-]*survey\.?$|\bby (?:lot|the toss)\b|\bwe searched\b|\bwere searched\b/i,
  },
  comparison: {
    heading: /intervention|exposure|comparison|treatment|procedure|method/i,
    words:
      /\b(?:were|was) (?:randomly |then )?(?:assigned|allocated|randomi[sz]ed|given)\b[^.]{0,300}\b(?:to|or|and)\b|\bcompared (?:with|to)\b|\bversus\b|\bvs\.? |\bcontrol (?:group|condition|arm)\b|\bor (?:placebo|usual care|standard care|no treatment)\b/i,
  },
  numbers: {
    heading: /result|finding/i,
    words: /\d\s*%|\b(?:OR|RR|HR|SMD|MD|odds ratio|risk ratio|hazard ratio|mean difference)\b|\d\.\d|\bp\s*[<=>]/i,
  },
};

/** What tells a part beyond doubt. */
const SURER: { readonly [Part in GlancePart]?: (sentence: string) => boolean } = {
  comparison: (sentence) => /\b(?:assigned|allocated|randomi[sz]ed) to\b/i.test(sentence),
  numbers: hasStatistic,
};

/** Headings under which nothing of a study itself is told, or only what it means. */
const OTHERS = /background|introduction|context|conclusion|interpretation|discussion|implication|registration|funding/i;
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
      if (taken.has(place) || !words.test(place.text)) return 0;
      // Numbers are what came of a study: those of its methods are of how it was done.
      if (part === 'numbers' && !heading.test(place.heading)) return 0;
      return 1 + (heading.test(place.heading) ? 1 : 0) + (SURER[part]?.(place.text) ? 1 : 0);
    };
    const best = places.reduce((most, place) => (weight(place) > weight(most) ? place : most), places[0]!);
    if (!best || weight(best) === 0) return [];
    taken.add(best);
    const { section, start, end } = best;
    return [{ part, section, start, end }];
  });
}

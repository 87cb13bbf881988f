import { describe, expect, it } from 'vitest';
import { kindOf } from './kind';
import { foreignKind } from './kind-foreign';

const judged = (title: string) => kindOf({ type: 'article-journal', title }).kind;

describe('titles in other languages', () => {
  it.each([
    ['Essai contrôlé randomisé des lampes tamisées', 'trial'],
    ['Étude randomisée des lampes chez les goélands', 'trial'],
    ['Ensayo clínico aleatorizado de lámparas atenuadas', 'trial'],
    ['Ensaio clínico randomizado de lâmpadas', 'trial'],
    ['Eine randomisierte, kontrollierte Studie zu gedimmten Lampen', 'trial'],
    ['Studio controllato randomizzato sulle lampade', 'trial'],
    ['Lampes et goélands : revue systématique de la littérature', 'systematic-review'],
    ['Lámparas y gaviotas: una revisión sistemática', 'systematic-review'],
    ['Lampade e gabbiani: una revisione sistematica', 'systematic-review'],
    ['Lampen und Möwen: systematische Übersichtsarbeit', 'systematic-review'],
    ['Lampen und Möwen: systematische Übersicht und Metaanalyse', 'meta-analysis'],
    ['Revisão sistemática e metanálise de lâmpadas', 'meta-analysis'],
    ['Studienprotokoll einer randomisierten Studie zu Lampen', 'protocol'],
    ["Protocole d'une étude randomisée sur les lampes", 'protocol'],
    ['Étude de cohorte prospective des ouvriers du quai', 'cohort'],
    ['Estudio de cohorte retrospectivo de trabajadores', 'cohort'],
    ['Eine prospektive Kohortenstudie an Hafenarbeitern', 'cohort'],
    ['Estudio de casos y controles sobre lámparas', 'case-control'],
    ['Étude cas-témoins des chutes', 'case-control'],
    ['Querschnittsstudie zu Schlaf im Hafen', 'cross-sectional'],
    ['Étude transversale du sommeil', 'cross-sectional'],
    ['Estudio cualitativo con trabajadores del muelle', 'qualitative'],
    ['Eine qualitative Studie mit Hafenarbeitern', 'qualitative'],
    ['Caso clínico: ingestión de una lámpara', 'case-report'],
    ['Ingestion d’une lampe : à propos d’un cas', 'case-report'],
    ['S3-Leitlinie Schlafstörungen', 'guideline'],
    ['Guía de práctica clínica para el insomnio', 'guideline'],
    ['Lampen und Möwen: eine Übersicht', 'review'],
    ['Lampes et goélands : une revue de la littérature', 'review'],
  ])('%s', (title, kind) => {
    expect(judged(title)).toBe(kind);
  });

  it.each([
    'Wie man eine systematische Übersicht schreibt',
    'Cómo hacer una revisión sistemática: guía breve',
    'Umsetzung der S3-Leitlinie Schlafstörungen in Häfen',
    'Impacto de la guía de práctica clínica en los puertos',
    'Le protocole de Kyoto et les goélands',
    'Los controles de luz y los casos de insomnio',
    'Qualitative und quantitative Analyse von Lampenöl',
    'Le goéland et la lampe',
    'The guideline rope: navigation under ice',
    'Meta-analytic thinking among harbour masters',
  ])('%s is none of them', (title) => {
    expect(judged(title)).toBe('study');
  });

  it.each([
    ['WHO guidelines on quay lighting', 'guideline'],
    ['2020 ESC Guidelines for the management of lamp disease', 'guideline'],
    ['Management of insomnia: NICE guideline', 'guideline'],
    ['What works for gulls? A review of reviews', 'systematic-review'],
    ['White lamps and gulls: a trial in forty harbours', 'trial'],
    ['A dataset of gull counts from forty harbours', 'dataset'],
    ['Twenty-year follow-up of the Harbour cohort', 'cohort'],
  ])('%s (English)', (title, kind) => {
    expect(judged(title)).toBe(kind);
  });

  it('shows the words as they are printed', () => {
    expect(foreignKind('Lampes : 𝒜 revue systématique')?.words).toBe('revue systématique');
    expect(foreignKind('Lampes : revue syste\u0301matique')?.words).toBe('revue systématique');
  });
});

import { type SiteRule, shapeExample } from '../../utils/model/site-rule';
import { t } from './words';

export interface RulesProps {
  /** Latest first. */
  readonly rules: readonly SiteRule[];
  /** A sentence about the last file. */
  readonly message?: string;
  readonly onDelete: (rule: SiteRule) => void;
  readonly onSave: () => void;
  readonly onLoad: (file: File) => void;
}

const labelOf = ({ shape }: SiteRule): string => {
  if (shape === 'words' || shape === 'a') return t('rulesAny');
  return shape === 'identifier' ? t('rulesId') : shapeExample(shape);
};

function sentenceOf(rule: SiteRule): string {
  const isAgainst = rule.says === 'not';
  const [, address] = /\[href="([^"]*)"\]$/.exec(rule.selector) ?? [];
  if (address) return t(isAgainst ? 'ruleNotLink' : 'ruleIsLink', address);
  return t(isAgainst ? 'ruleNot' : 'ruleIs', labelOf(rule), rule.selector);
}

/** What the reader taught about sites, each with a way to take it back; and the way out to a file and in again. */
export function Rules({ rules, message, onDelete, onSave, onLoad }: RulesProps) {
  return (
    <>
      <p class="aside">{t('rulesText')}</p>
      {rules.length === 0 && <p class="aside">{t('rulesNone')}</p>}
      <ul class="hosts rules">
        {rules.map((rule) => (
          <li key={`${rule.site} ${rule.says} ${rule.selector} ${rule.shape}`}>
            <span dir="auto">
              <strong>{rule.site}</strong> {sentenceOf(rule)}
            </span>
            <button
              type="button"
              class="quiet"
              aria-label={t('ruleDeleteOf', rule.site)}
              onClick={() => onDelete(rule)}
            >
              {t('ruleDelete')}
            </button>
          </li>
        ))}
      </ul>
      {rules.length > 0 && (
        <button type="button" onClick={onSave}>
          {t('rulesSave')}
        </button>
      )}
      <div class="field">
        <label for="rules-file">{t('rulesLoad')}</label>
        <input
          id="rules-file"
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) onLoad(file);
            event.currentTarget.value = '';
          }}
        />
      </div>
      <p role="status">{message}</p>
    </>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { DEFAULT_SEARCHES, parseSearches, type SearchTemplate, searchesText } from '../../utils/model/search-template';
import { t } from './words';

/** The reader's own list of places to search, one a line; kept when the field is left, so that half a line is never used. */
export function Searches(props: {
  readonly searches: readonly SearchTemplate[] | undefined;
  readonly onChange: (searches: readonly SearchTemplate[] | undefined) => void;
}) {
  const kept = searchesText(props.searches ?? DEFAULT_SEARCHES);
  const [draft, setDraft] = useState(kept);
  const [broken, setBroken] = useState<readonly number[]>([]);
  useEffect(() => setDraft(kept), [kept]);
  return (
    <div class="field">
      <label for="searches">{t('searches')}</label>
      <textarea
        id="searches"
        rows={7}
        spellcheck={false}
        value={draft}
        aria-describedby="searches-text"
        onInput={(event) => setDraft(event.currentTarget.value)}
        onChange={(event) => {
          const read = parseSearches(event.currentTarget.value);
          setBroken(read.broken);
          props.onChange(read.searches);
        }}
      />
      <div role="status">
        {broken.map((line) => (
          <p key={line}>{t('searchesBroken', line)}</p>
        ))}
      </div>
      <p id="searches-text" class="aside">
        {t('searchesText')}
      </p>
      {props.searches && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            setBroken([]);
            props.onChange(undefined);
          }}
        >
          {t('searchesReset')}
        </button>
      )}
    </div>
  );
}

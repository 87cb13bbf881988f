import { useState } from 'preact/hooks';
import type { Collection, CollectionChange, KeptSearch } from '../../utils/model/collection';
import { Remark } from './remark';
import { t } from './words';

export interface TopicHeadProps {
  readonly collection: Collection;
  /** All others, to which it may be related. */
  readonly collections: readonly Collection[];
  /** What is searched for besides it: that can become its own search. */
  readonly search?: KeptSearch;
  readonly dateText: (at: number) => string;
  /**
   * @param seen - What is shown of the fields that are changed.
   * @returns The collection as it is stored then; undefined where that is not known.
   */
  readonly onChange: (change: CollectionChange, seen?: CollectionChange) => Promise<Collection | undefined> | undefined;
  readonly onOpen: (collection: Collection) => void;
  readonly onRun: (search: KeptSearch) => void;
  readonly onDelete: () => void;
}

/** The name: a press on it runs the topic's own search, where it has one; else it is written over. */
function Name({ collection, onChange, onRun }: Pick<TopicHeadProps, 'collection' | 'onChange' | 'onRun'>) {
  const [isRenaming, setRenaming] = useState(false);
  const { name, topicSearch } = collection;
  if (topicSearch && !isRenaming) {
    return (
      <div class="topic-title">
        <h2>
          <button type="button" class="quiet" title={t('runSearch')} onClick={() => onRun(topicSearch)}>
            {name}
          </button>
        </h2>
        <button type="button" class="quiet" onClick={() => setRenaming(true)}>
          {t('rename')}
        </button>
      </div>
    );
  }
  return (
    <input
      class="collection-name"
      aria-label={t('collectionName')}
      maxLength={500}
      value={name}
      onChange={(event) => {
        const next = event.currentTarget.value.trim();
        if (next !== '' && next !== name) void onChange({ name: next });
      }}
      onBlur={() => setRenaming(false)}
    />
  );
}

/** The topics that have to do with it, each to open or to take away, and a list of the others. */
function Related({ collection, collections, onChange, onOpen }: Omit<TopicHeadProps, 'onRun' | 'onDelete'>) {
  const ids = collection.related ?? [];
  const others = collections.filter(({ id, search }) => !search && id !== collection.id);
  const related = others.filter(({ id }) => ids.includes(id));
  const free = others.filter(({ id }) => !ids.includes(id));
  if (others.length === 0) return null;
  return (
    <div class="tags related-topics">
      {related.length > 0 && (
        <>
          <span class="aside">{t('relatedTopics')}</span>
          <ul aria-label={t('relatedTopics')}>
            {related.map((other) => (
              <li key={other.id} class="tag">
                <button type="button" class="quiet open-topic" onClick={() => onOpen(other)}>
                  {other.name}
                </button>
                <button
                  type="button"
                  aria-label={t('unrelate', other.name)}
                  onClick={() => void onChange({ related: ids.filter((id) => id !== other.id) })}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {free.length > 0 && (
        <select
          aria-label={t('relate')}
          value=""
          onChange={(event) => {
            const { value } = event.currentTarget;
            event.currentTarget.value = '';
            if (value) void onChange({ related: [...ids, value] });
          }}
        >
          <option value="">{t('relate')}</option>
          {free.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

/** What stands above the works of a collection: its name, what the reader wrote about it, and what it has to do with. */
export function TopicHead(props: TopicHeadProps) {
  const { collection, search, dateText, onChange, onDelete } = props;
  const isTopic = !collection.search;
  return (
    <header class="collection-head">
      <Name key={collection.id} {...props} />
      <Remark
        key={`${collection.id} introduction`}
        value={collection.introduction}
        onChange={(introduction, seen) =>
          onChange({ introduction }, { introduction: seen })?.then((stored) => stored?.introduction)
        }
        words={{ label: t('introduction'), add: t('addIntroduction') }}
      />
      {isTopic && <Related {...props} />}
      <p class="topic-foot">
        <span class="aside">{t('topicDates', dateText(collection.created), dateText(collection.modified))}</span>
        {isTopic && search && (
          <button type="button" class="quiet" onClick={() => void onChange({ topicSearch: search })}>
            {t('keepTopicSearch')}
          </button>
        )}
        {isTopic && collection.topicSearch && (
          <button type="button" class="quiet" onClick={() => void onChange({ dropsTopicSearch: true })}>
            {t('dropTopicSearch')}
          </button>
        )}
        <button type="button" class="quiet delete" onClick={onDelete}>
          {t(collection.search ? 'forgetSearch' : 'deleteCollection')}
        </button>
      </p>
    </header>
  );
}

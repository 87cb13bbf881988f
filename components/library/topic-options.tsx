import type { TopicPage } from '../../utils/formats/topic-page';
import { say } from './exchange-words';

export interface TopicOptionsProps {
  readonly topic: TopicPage;
  readonly onChange: (topic: TopicPage) => void;
}

/** What the reader says on a web page beyond works and passages: title, why the topic matters, whom to write to. */
export function TopicOptions({ topic, onChange }: TopicOptionsProps) {
  return (
    <fieldset class="format-options">
      <legend>{say('topicLegend')}</legend>
      <label>
        {say('topicTitle')}{' '}
        <input
          id="topic-title"
          value={topic.title}
          maxLength={300}
          onInput={(event) => onChange({ ...topic, title: event.currentTarget.value })}
        />
      </label>
      <label>
        {say('topicContact')}{' '}
        <input
          type="email"
          value={topic.contact}
          maxLength={300}
          onInput={(event) => onChange({ ...topic, contact: event.currentTarget.value })}
        />
      </label>
      <textarea
        id="topic-introduction"
        class="export-template"
        aria-label={say('topicIntroduction')}
        placeholder={say('topicIntroduction')}
        rows={6}
        value={topic.introduction}
        onInput={(event) => onChange({ ...topic, introduction: event.currentTarget.value })}
      />
    </fieldset>
  );
}

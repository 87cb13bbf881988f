import { t } from './words';

/** An entry of the invented bibliography. */
export interface DemoReference {
  /** Fragment of the entry, and of the link to it. */
  readonly id: string;
  readonly text: string;
}

function Marker({ number, reference }: { readonly number: number; readonly reference: DemoReference }) {
  return (
    <sup class="reference">
      <a href={`#${reference.id}`} id={`cite-${number}`}>
        [{number}]
      </a>
    </sup>
  );
}

/** The invented page: an ordinary page as far as Ibid can tell, with three citations and a sentence to be kept. */
export function Demo({ references }: { readonly references: readonly [DemoReference, DemoReference, DemoReference] }) {
  const [first, second, third] = references;
  return (
    <article class="demo" aria-labelledby="demo">
      <h3 id="demo">{t('demoTitle')}</h3>
      <p>
        {t('demoFirst')}
        <Marker number={1} reference={first} />.
      </p>
      <p>
        {t('demoSecond')}
        <Marker number={2} reference={second} />.
      </p>
      <p>
        {t('demoThird')}
        <Marker number={3} reference={third} />.
      </p>
      <p>
        <span id="demo-last">{t('demoLast')}</span>
      </p>
      <h4>{t('references')}</h4>
      <ol class="references">
        {references.map(({ id, text }) => (
          <li key={id} id={id}>
            {text}
          </li>
        ))}
      </ol>
    </article>
  );
}

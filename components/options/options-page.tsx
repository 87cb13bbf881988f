import type { ComponentChildren } from 'preact';
import type { StyleId } from '../../utils/model/citation-style';
import { isSourceOn, type Settings, switchSource } from '../../utils/model/settings';
import type { StorageState } from '../../utils/model/storage-state';
import { StorageLine } from '../library/storage-line';
import { Check, Choice, Contact, Delay, Key } from './fields';
import { type LogState, RequestLog } from './request-log';
import { Retractions, type RetractionsProps } from './retractions';
import { Rules, type RulesProps } from './rules';
import { Searches } from './searches';
import { Terms, type TermsProps } from './terms';
import { t } from './words';

/** A service as the reader sees it. */
export interface Service {
  readonly id: string;
  readonly label: string;
  readonly docs: string;
  /** Off until chosen. */
  readonly isOptional?: true;
  /** Asked only with the reader's own address. */
  readonly needsEmail?: true;
  /** Takes a key of the reader's own. */
  readonly keyHeader?: string;
}

export interface OptionsPageProps {
  readonly settings: Settings;
  readonly services: readonly Service[];
  /** Citation styles that "Copy citation" knows. */
  readonly styles: readonly { readonly id: StyleId; readonly label: string }[];
  /** Keyboard commands: what they do, and their keys where set. */
  readonly commands: readonly { readonly name: string; readonly description: string; readonly shortcut?: string }[];
  readonly rules: RulesProps;
  readonly retractions: RetractionsProps;
  readonly terms: Omit<TermsProps, 'isShown' | 'onShow'>;
  readonly log: LogState;
  /** Undefined where the browser says nothing of it. */
  readonly storage?: StorageState;
  readonly onPersist: () => void;
  readonly libraryUrl: string;
  readonly timeText: (at: number) => string;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onMoreRequests: () => void;
  /** Opens the browser's own page for shortcuts. */
  readonly onShortcuts: () => void;
}

function Part({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

const PERMISSIONS = [
  ['permissionSites', 'permissionSitesText'],
  ['permissionStorage', 'permissionStorageText'],
  ['permissionScripting', 'permissionScriptingText'],
  ['permissionMenus', 'permissionMenusText'],
  ['permissionPanel', 'permissionPanelText'],
] as const;

/** What each way of copying is called. */
const COPY_WORDS = {
  both: 'copyBoth',
  plain: 'copyPlain',
  markdown: 'copyMarkdown',
  text: 'copyText',
  bibtex: 'copyBibtex',
  ris: 'copyRis',
} as const;

/** Where the notice of what makes citations in a style leads. */
const PROCESSOR = 'https://citationstyles.org/';

/** What is copied, in words; a citation style goes by its own name. */
const copyWord = (way: keyof typeof COPY_WORDS | StyleId, styles: OptionsPageProps['styles']): string =>
  styles.find(({ id }) => id === way)?.label ?? t(COPY_WORDS[way as keyof typeof COPY_WORDS]);

/** The whole options page. Every change is kept at once. */
export function OptionsPage(props: OptionsPageProps) {
  const { settings, services, onChange } = props;
  const labelOf = (id: string) => services.find((service) => service.id === id)?.label ?? id;
  return (
    <>
      <header class="masthead">
        <h1>
          <span class="wordmark">Ibid</span> {t('title')}
        </h1>
        <a href={props.libraryUrl}>{t('library')}</a>
      </header>
      <main>
        <Part id="where" title={t('where')}>
          <Check label={t('on')} isOn={settings.on} onChange={(on) => onChange({ on })} />
          <h3>{t('offHosts')}</h3>
          {settings.offHosts.length === 0 && <p class="aside">{t('offHostsNone')}</p>}
          <ul class="hosts">
            {settings.offHosts.map((host) => (
              <li key={host}>
                {host}
                <button
                  type="button"
                  class="quiet"
                  aria-label={t('turnOnAgain', host)}
                  onClick={() => onChange({ offHosts: settings.offHosts.filter((other) => other !== host) })}
                >
                  {t('turnOn')}
                </button>
              </li>
            ))}
          </ul>
        </Part>

        <Part id="rules" title={t('rules')}>
          <Rules {...props.rules} />
        </Part>

        <Part id="marks" title={t('marks')}>
          <Choice
            name="marks"
            legend={t('marks')}
            value={settings.marks}
            options={[
              ['none', t('marksNone')],
              ['quiet', t('marksQuiet')],
              ['strong', t('marksStrong')],
            ]}
            onChange={(marks) => onChange({ marks })}
          />
          <Check label={t('listMarks')} isOn={settings.listMarks} onChange={(listMarks) => onChange({ listMarks })} />
          <p class="aside">{t('listMarksText')}</p>
        </Part>

        <Part id="notes" title={t('notes')}>
          {(['markerOpens', 'linkOpens'] as const).map((which) => (
            <>
              <h3>{t(which)}</h3>
              <Choice
                name={which}
                legend={t(which)}
                value={settings[which]}
                options={[
                  ['rest', t('opensRest')],
                  ['shift', t('opensShift')],
                  ['never', t('opensNever')],
                ]}
                onChange={(opens) => onChange({ [which]: opens })}
              />
            </>
          ))}
          <Delay
            id="marker-delay"
            label={t('markerDelay')}
            valueMs={settings.markerDelayMs}
            mostMs={2000}
            onChange={(markerDelayMs) => onChange({ markerDelayMs })}
          />
          <Delay
            id="link-delay"
            label={t('linkDelay')}
            valueMs={settings.linkDelayMs}
            mostMs={2000}
            onChange={(linkDelayMs) => onChange({ linkDelayMs })}
          />
          <Delay
            id="grace"
            label={t('grace')}
            valueMs={settings.graceMs}
            mostMs={2000}
            onChange={(graceMs) => onChange({ graceMs })}
          />
          <h3>{t('noteSize')}</h3>
          <Choice
            name="note-size"
            legend={t('noteSize')}
            value={settings.noteSize}
            options={[
              ['small', t('noteSmall')],
              ['normal', t('noteNormal')],
              ['large', t('noteLarge')],
            ]}
            onChange={(noteSize) => onChange({ noteSize })}
          />
          <h3>{t('theme')}</h3>
          <Choice
            name="theme"
            legend={t('theme')}
            value={settings.theme}
            options={[
              ['auto', t('themeAuto')],
              ['light', t('themeLight')],
              ['dark', t('themeDark')],
            ]}
            onChange={(theme) => onChange({ theme })}
          />
          {(
            [
              ['copyLink', ['both', 'plain', 'markdown']],
              ['copyCitation', ['text', 'bibtex', 'ris', ...props.styles.map(({ id }) => id)]],
            ] as const
          ).map(([which, ways]) => (
            <>
              <h3>{t(which)}</h3>
              <Choice
                name={which}
                legend={t(which)}
                value={settings[which] as string}
                options={ways.map((way) => [way, copyWord(way, props.styles)] as const)}
                onChange={(way) => onChange({ [which]: way })}
              />
              {which === 'copyCitation' && (
                <p class="aside">
                  <a href={PROCESSOR} target="_blank" rel="noopener noreferrer">
                    {t('stylesBy')}
                  </a>
                </p>
              )}
            </>
          ))}
          <Searches searches={settings.searches} onChange={(searches) => onChange({ searches })} />
          <Check
            label={t('selectionBar')}
            isOn={settings.selectionBar}
            onChange={(selectionBar) => onChange({ selectionBar })}
          />
          {settings.selectionBar && (
            <Check
              label={t('selectionBarByKey')}
              isOn={settings.selectionBarByKey}
              onChange={(selectionBarByKey) => onChange({ selectionBarByKey })}
            />
          )}
          <Check
            label={t('markArrivals')}
            isOn={settings.markArrivals}
            onChange={(markArrivals) => onChange({ markArrivals })}
          />
        </Part>

        <Part id="terms" title={t('terms')}>
          <Terms
            {...props.terms}
            isShown={settings.glossary === 'on'}
            onShow={(isShown) => onChange({ glossary: isShown ? 'on' : 'off' })}
          />
        </Part>

        <Part id="look-up" title={t('lookUp')}>
          <p class="aside">{t('lookUpText')}</p>
          <Choice
            name="look-up"
            legend={t('lookUp')}
            value={settings.lookUp}
            options={[
              ...(settings.lookUp === 'unasked' ? ([['unasked', t('lookUpUnasked')]] as const) : []),
              ['on-open', t('lookUpOnOpen')],
              ['on-press', t('lookUpOnPress')],
            ]}
            onChange={(lookUp) => onChange({ lookUp })}
          />
          <h3>{t('services')}</h3>
          <p class="aside">{t('servicesText')}</p>
          <ul class="services">
            {services.map((service) => (
              <li key={service.id}>
                <Check
                  label={service.needsEmail ? t('serviceNeedsEmail', service.label) : service.label}
                  isOn={isSourceOn(settings, service)}
                  onChange={(isOn) => onChange(switchSource(settings, service, isOn))}
                />
                <a
                  href={service.docs}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={`${t('serviceDocs')}: ${service.label}`}
                >
                  {t('serviceDocs')}
                </a>
                {service.keyHeader && (
                  <Key
                    label={t('serviceKey', service.label)}
                    value={settings.keys[service.id] ?? ''}
                    onChange={(key) => onChange({ keys: { ...settings.keys, [service.id]: key } })}
                  />
                )}
              </li>
            ))}
          </ul>
          <Contact value={settings.contactEmail} onChange={(contactEmail) => onChange({ contactEmail })} />
        </Part>

        <Part id="retractions" title={t('retractions')}>
          <Retractions {...props.retractions} />
        </Part>

        <Part id="shortcuts" title={t('shortcuts')}>
          <dl class="commands">
            {props.commands.map(({ name, description, shortcut }) => (
              <div key={name}>
                <dt>{description}</dt>
                <dd>{shortcut ? <kbd>{shortcut}</kbd> : t('noShortcut')}</dd>
              </div>
            ))}
          </dl>
          <button type="button" onClick={props.onShortcuts}>
            {t('changeShortcuts')}
          </button>
        </Part>

        <Part id="storage" title={t('storage')}>
          <p class="aside">{t('storageText')}</p>
          {props.storage && <StorageLine storage={props.storage} onPersist={props.onPersist} />}
          <p>
            <a href={`${props.libraryUrl}#safe-keeping`}>{t('storageBackups')}</a>
          </p>
        </Part>

        <Part id="log" title={t('log')}>
          <RequestLog log={props.log} labelOf={labelOf} timeText={props.timeText} onMore={props.onMoreRequests} />
        </Part>

        <Part id="permissions" title={t('permissions')}>
          <dl class="permissions">
            {PERMISSIONS.map(([name, why]) => (
              <div key={name}>
                <dt>{t(name)}</dt>
                <dd>{t(why)}</dd>
              </div>
            ))}
          </dl>
        </Part>
      </main>
    </>
  );
}

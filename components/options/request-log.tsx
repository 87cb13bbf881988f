import type { LoggedRequest } from '../../utils/model/logged-request';
import { type OptionsWord, t } from './words';

/** One request with its place in the log. */
type ShownRequest = LoggedRequest & { readonly id?: number };

/** What is known of the log at this moment. */
export type LogState =
  | { readonly type: 'opening' }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'open'; readonly requests: readonly ShownRequest[]; readonly total: number };

const REASONS: { readonly [Reason in ShownRequest['reason']]: OptionsWord } = {
  note: 'reasonNote',
  pressed: 'reasonPressed',
  related: 'reasonRelated',
  refresh: 'reasonRefresh',
};

const OUTCOMES: { readonly [Outcome in ShownRequest['outcome']]: OptionsWord } = {
  found: 'outcomeFound',
  unknown: 'outcomeUnknown',
  offline: 'outcomeOffline',
  timeout: 'outcomeTimeout',
  limited: 'outcomeLimited',
  refused: 'outcomeRefused',
  server: 'outcomeServer',
  format: 'outcomeFormat',
  storage: 'outcomeStorage',
  invalid: 'outcomeInvalid',
  cancelled: 'outcomeCancelled',
};

export interface RequestLogProps {
  readonly log: LogState;
  readonly labelOf: (sourceId: string) => string;
  readonly timeText: (at: number) => string;
  readonly onMore: () => void;
}

/** Every request that ever went out, and why. */
export function RequestLog({ log, labelOf, timeText, onMore }: RequestLogProps) {
  if (log.type === 'opening') return null;
  if (log.type === 'failed') return <p role="alert">{t('logFailed', log.message)}</p>;
  if (log.total === 0) return <p class="aside">{t('logEmpty')}</p>;
  return (
    <>
      <p class="aside">{t('logText', log.total)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable from the keyboard. */}
      <section class="log" aria-label={t('logBox')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('logWhen')}</th>
              <th scope="col">{t('logWho')}</th>
              <th scope="col">{t('logWhat')}</th>
              <th scope="col">{t('logWhy')}</th>
              <th scope="col">{t('logOutcome')}</th>
            </tr>
          </thead>
          <tbody>
            {log.requests.map((request) => (
              <tr key={request.id}>
                <td>
                  <time dateTime={new Date(request.at).toISOString()}>{timeText(request.at)}</time>
                </td>
                <td title={request.host}>{labelOf(request.source)}</td>
                <td class="identifier">{request.identifier}</td>
                <td>{t(REASONS[request.reason])}</td>
                <td title={t('logMs', Math.round(request.tookMs))}>
                  {t(OUTCOMES[request.outcome])}
                  {request.status !== undefined && request.status !== 200 && ` (${request.status})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {log.requests.length < log.total && (
        <button type="button" onClick={onMore}>
          {t('logMore')}
        </button>
      )}
    </>
  );
}

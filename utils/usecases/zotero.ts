import type { Answer } from '../model/answer';
import { failedAs, type Result, success } from '../model/failure';
import type { ZoteroPlace } from '../model/zotero';

/** What Zotero is reached by. */
export interface ZoteroPorts {
  /** Posts to Zotero's connector: a path below `/connector/`, and a body of a media type. */
  post(path: string, body: string, mediaType: string): Promise<Result<Answer>>;
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** What an answer other than the one hoped for means. */
function refusal({ status, body }: Answer): Result<never> {
  const isReadOnly = (parsed(body) as { libraryEditable?: unknown } | undefined)?.libraryEditable === false;
  if (isReadOnly) return failedAs('refused', 'zotero.readOnly', 'zoteroReadOnly');
  if (status === 403 || status === 412) return failedAs('refused', 'zotero.refused', 'zoteroRefuses');
  if (status >= 500) return failedAs('server', 'zotero.server', 'zoteroStrange', `${status}`);
  return failedAs('format', 'zotero.answer', 'zoteroStrange', `${status}`);
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/**
 * Zotero on the same machine, by the connector that it keeps for browsers
 * (https://www.zotero.org/support/dev/client_coding/connector_http_server): where things arrive, and the sending of works.
 */
export function createZotero({ post }: ZoteroPorts) {
  return {
    /** Where things would arrive; `offline` where Zotero is not running. Never throws. */
    async place(): Promise<Result<ZoteroPlace>> {
      const ping = await post('ping', '{}', 'application/json');
      if (!ping.ok) return ping;
      if (ping.value.status !== 200) return refusal(ping.value);
      const answer = await post('getSelectedCollection', '{}', 'application/json');
      if (!answer.ok) return answer;
      const said = parsed(answer.value.body) as Readonly<Record<string, unknown>> | undefined;
      const library = text(said?.libraryName);
      if (answer.value.status !== 200 || !library) return refusal(answer.value);
      const name = text(said?.name);
      const isEditable = (said?.editable ?? said?.libraryEditable) !== false;
      return success({ library, isEditable, ...(said?.id && name !== library ? { collection: name } : {}) });
    },

    /**
     * Puts works into Zotero, where they arrive at that moment.
     *
     * @param records - RIS.
     * @param session - The caller's own name for this, so that saying it twice sends once.
     * @returns How many works Zotero made of it; undefined where it had them from this session already.
     */
    async send(records: string, session: string): Promise<Result<{ readonly items?: number }>> {
      const path = `import?session=${encodeURIComponent(session)}`;
      const answer = await post(path, records, 'application/x-research-info-systems');
      if (!answer.ok) return answer;
      const { status, body } = answer.value;
      if (status === 409) return success({});
      if (status !== 200 && status !== 201) return refusal(answer.value);
      const made = parsed(body);
      return success(Array.isArray(made) ? { items: made.length } : {});
    },
  };
}

import { useEffect, useState } from 'preact/hooks';
import type { RulesProps } from '../../components/options/rules';
import { t } from '../../components/options/words';
import { failureText } from '../../components/pages/failure-text';
import { rulesFile, rulesInFile, type SiteRule } from '../../utils/model/site-rule';
import { browser } from '../../utils/platform/browser';
import { saveFile } from '../../utils/platform/save-file';
import { sendToBackground } from '../../utils/platform/send';
import { loadRules, watchRules } from '../../utils/platform/site-rules';

/** What the reader taught, as it is now, and what can be done with it. */
export function useRules(): RulesProps {
  const [rules, setRules] = useState<readonly SiteRule[]>([]);
  const [message, setMessage] = useState<string>();
  useEffect(() => {
    void loadRules(browser).then(setRules);
    return watchRules(browser, setRules);
  }, []);

  async function change(add: readonly SiteRule[], remove: readonly SiteRule[], done?: string): Promise<void> {
    const reply = await sendToBackground('changeRules', { add, remove });
    setMessage(reply.ok ? done : t('saveFailed', failureText(reply.failure)));
  }
  async function load(file: File): Promise<void> {
    const read = rulesInFile(await file.text().catch(() => ''));
    if (read) await change(read, [], t('rulesRead', read.length));
    else setMessage(t('rulesBroken'));
  }
  return {
    rules,
    message,
    onDelete: (rule) => void change([], [rule]),
    onSave: () => saveFile(document, 'ibid-rules.json', 'application/json', rulesFile(rules)),
    onLoad: (file) => void load(file),
  };
}

import type { Door } from './door';

/** Tells keys to those who listen at a door. To be called before the page's own scripts run: who listens first can stop. */
export function hearKeys(window: Window, door: () => Pick<Door, 'keys'> | undefined, signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted) return;
    for (const hear of [...(door()?.keys ?? [])]) {
      hear(event);
      if (event.defaultPrevented) return;
    }
  };
  window.addEventListener('keydown', onKey, { capture: true, signal });
}

/** Listens to keys until the signal is aborted. */
export function listenToKeys(
  { keys }: Pick<Door, 'keys'>,
  hear: (event: KeyboardEvent) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  keys.add(hear);
  signal.addEventListener('abort', () => keys.delete(hear), { once: true });
}

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** How long a toast stays, milliseconds; it never goes while the pointer is in it. */
const STAYS_MS = 12_000;

export interface ToastProps {
  readonly message: string;
  /** The way back, where there is one. It takes the focus, because what had it is gone. */
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly dismissLabel: string;
  readonly onDismiss: () => void;
  /** Called where the focus was in it when it went, and what had the focus before is gone: what comes next shall have it. */
  readonly onLost?: () => void;
}

/** A sentence at the foot of the page, announced, with the way back beside it. */
export function Toast({ message, action, dismissLabel, onDismiss, onLost }: ToastProps) {
  const [isHeld, hold] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef<Element | null>(null);
  const lost = useRef(onLost);
  lost.current = onLost;

  // A new message takes the focus anew, and starts a new stay.
  useEffect(() => {
    if (!box.current?.contains(document.activeElement)) before.current = document.activeElement;
    button.current?.focus({ preventScroll: true });
  }, [message]);
  /** Gives the focus back where it is in here: a keyboard must not begin anew at the top of the page. */
  const giveBack = () => {
    if (!box.current?.contains(document.activeElement)) return;
    const to = before.current;
    if (to instanceof HTMLElement && to.isConnected && to !== document.body) to.focus({ preventScroll: true });
    else lost.current?.();
  };
  useLayoutEffect(() => giveBack, []);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(onDismiss, STAYS_MS);
    return () => clearTimeout(timer);
  }, [isHeld, message, onDismiss]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointer and keys inside only keep it from going.
    <div
      ref={box}
      class="toast"
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onKeyDown={(event) => event.key === 'Escape' && onDismiss()}
    >
      <span role="status">{message}</span>
      {action && (
        <button
          type="button"
          class="toast-action"
          ref={button}
          onClick={() => {
            giveBack();
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" class="toast-dismiss" aria-label={dismissLabel} onClick={onDismiss}>
        ×
      </button>
    </div>
  );
}

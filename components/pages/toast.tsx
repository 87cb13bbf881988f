import { useEffect, useRef, useState } from 'preact/hooks';

/** How long a toast stays, milliseconds; it never goes while the pointer or the focus is in it. */
const STAYS_MS = 12_000;

export interface ToastProps {
  readonly message: string;
  /** The way back, where there is one. It takes the focus, because what had it is gone. */
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly dismissLabel: string;
  readonly onDismiss: () => void;
}

/** A sentence at the foot of the page, announced, with the way back beside it. */
export function Toast({ message, action, dismissLabel, onDismiss }: ToastProps) {
  const [isHeld, hold] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  // A new message takes the focus anew, and starts a new stay.
  useEffect(() => button.current?.focus({ preventScroll: true }), [message]);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(onDismiss, STAYS_MS);
    return () => clearTimeout(timer);
  }, [isHeld, message, onDismiss]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointer and keys inside only keep it from going.
    <div
      class="toast"
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onKeyDown={(event) => event.key === 'Escape' && onDismiss()}
    >
      <span role="status">{message}</span>
      {action && (
        <button type="button" class="toast-action" ref={button} onClick={action.run}>
          {action.label}
        </button>
      )}
      <button type="button" class="toast-dismiss" aria-label={dismissLabel} onClick={onDismiss}>
        ×
      </button>
    </div>
  );
}

type By = (byX: number, byY: number) => void;

/** Where a pinned note is taken to be moved: by pointer, or by the arrow keys; with Shift these make it larger or smaller. */
export function Grip({ label, onMove, onResize }: { readonly label: string; onMove: By; onResize: By }) {
  return (
    <button
      type="button"
      class="grip"
      aria-label={label}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.focus();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) onMove(event.movementX, event.movementY);
      }}
      onKeyDown={(event) => {
        const [x, y] = STEPS[event.key] ?? [0, 0];
        if (!x && !y) return;
        event.preventDefault();
        (event.shiftKey ? onResize : onMove)(x, y);
      }}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M5 3h2v2H5zM9 3h2v2H9zM5 7h2v2H5zM9 7h2v2H9zM5 11h2v2H5zM9 11h2v2H9z" />
      </svg>
    </button>
  );
}

/** Pixels that a press of an arrow key moves a note, or an edge of it. */
const STEP = 24;
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

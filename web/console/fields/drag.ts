interface Drag {
  /** From where the pointer went down, in CSS pixels; called from the first real move on. */
  readonly onMove: (dx: number, dy: number, event: PointerEvent) => void;
  /** The pointer was lifted; `moved` says whether it was ever a drag. */
  readonly onEnd: (moved: boolean, event: PointerEvent) => void;
  /** The system took the pointer away, or Escape was pressed. */
  readonly onCancel: () => void;
}

/** A finger trembles; less than this is a tap. */
const TREMBLE = 4;

/** Follows one pointer (mouse, finger or pen) until it is lifted, wherever it goes. */
export function followPointer(start: PointerEvent, { onMove, onEnd, onCancel }: Drag): void {
  let moved = false;
  const isMine = (event: PointerEvent) => event.pointerId === start.pointerId;
  function move(event: PointerEvent) {
    if (!isMine(event)) return;
    const [dx, dy] = [event.clientX - start.clientX, event.clientY - start.clientY];
    moved ||= Math.hypot(dx, dy) > TREMBLE;
    if (moved) onMove(dx, dy, event);
  }
  function end(event: PointerEvent) {
    if (!isMine(event)) return;
    stop();
    onEnd(moved, event);
  }
  function cancel(event: PointerEvent) {
    if (!isMine(event)) return;
    stop();
    onCancel();
  }
  function letGo(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    stop();
    onCancel();
  }
  function stop() {
    window.removeEventListener('keydown', letGo);
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', cancel);
  }
  window.addEventListener('keydown', letGo);
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', cancel);
}

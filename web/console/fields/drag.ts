interface Drag {
  /** Displacement from the starting point, in CSS pixels; called from the first real movement on. */
  readonly onMove: (dx: number, dy: number, event: PointerEvent) => void;
  /** The pointer was released; `moved` is false for a tap. */
  readonly onEnd: (moved: boolean, event: PointerEvent) => void;
  /** Cancelled by the system or by Escape. */
  readonly onCancel: () => void;
}

/** Movement in CSS pixels below which it is a tap, since fingers tremble. */
const TREMBLE = 4;

/** Follows one pointer (mouse, finger or pen) until it is released, also outside the element. */
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

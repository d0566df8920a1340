/** Pages get their true height as they are reached, which moves the target: intervals (ms) at which it is corrected. */
const AGAIN_MS = [150, 400, 800, 1_500];

/** Distance in screens beyond which scrolling is not animated. */
const SMOOTH_SCREENS = 3;

/** Scrolls inside the viewer only; the page around it stays. */
export function scrollToMark(id: string): void {
  const frame = document.getElementById(id)?.closest<HTMLElement>('.pdf-pages');
  if (!frame) return;
  const over = new AbortController();
  for (const own of ['wheel', 'touchstart', 'keydown', 'pointerdown'])
    frame.addEventListener(own, () => over.abort(), { signal: over.signal, passive: true });
  aim(frame, id);
  for (const after of AGAIN_MS)
    setTimeout(() => {
      if (!over.signal.aborted) aim(frame, id);
    }, after);
}

function aim(frame: HTMLElement, id: string): void {
  const mark = document.getElementById(id)?.getBoundingClientRect();
  if (!mark) return;
  const view = frame.getBoundingClientRect();
  const down = mark.top - view.top - frame.clientHeight / 3;
  const seen = mark.top >= view.top && mark.bottom <= view.bottom;
  const aside = mark.left >= view.left && mark.right <= view.right;
  if (seen && aside && Math.abs(down) < frame.clientHeight / 2) return;
  const near = Math.abs(down) < SMOOTH_SCREENS * frame.clientHeight;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  frame.scrollBy({
    top: down,
    left: aside ? 0 : mark.left - view.left - 24,
    behavior: near && !still ? 'smooth' : 'instant',
  });
}

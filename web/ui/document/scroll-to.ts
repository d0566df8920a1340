/** Scrolls inside the viewer alone: the page around it stays where the reader is. */
export function scrollToMark(id: string): void {
  const target = document.getElementById(id);
  const frame = target?.closest<HTMLElement>('.pdf-pages');
  if (!frame || !target) return;
  const [mark, view] = [target.getBoundingClientRect(), frame.getBoundingClientRect()];
  frame.scrollTo({
    top: frame.scrollTop + mark.top - view.top - frame.clientHeight / 3,
    left: frame.scrollLeft + mark.left - view.left - 24,
    behavior: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth',
  });
}

import { useEffect } from 'preact/hooks';

/** In view: this share of the element is visible, or the visible part fills this share of the window. */
const MOST_OF_IT = 0.6;
const MUCH_OF_VIEW = 0.25;
/** `rootMargin` of the bar that may cover the bottom of the window. */
const BAR = '-88px';

/** Calls back once when a `ready` element has been in view, both within its frame and within the window. */
export function useInView(
  place: { current: HTMLElement | null },
  ready: boolean,
  onSeen: () => void,
): void {
  useEffect(() => {
    if (!ready || !place.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(isSeen)) onSeen();
      },
      { threshold: [0.01, 0.2, 0.4, MOST_OF_IT, 0.99], rootMargin: `0px 0px ${BAR} 0px` },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [ready]);
}

function isSeen({ intersectionRatio, intersectionRect, rootBounds }: IntersectionObserverEntry) {
  if (intersectionRatio >= MOST_OF_IT) return true;
  const view = rootBounds ? rootBounds.width * rootBounds.height : Number.POSITIVE_INFINITY;
  return intersectionRect.width * intersectionRect.height >= view * MUCH_OF_VIEW;
}

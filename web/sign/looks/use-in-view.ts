import { useEffect } from 'preact/hooks';

/** This much of a thing, or this much of the window filled with it, counts as having been in view. */
const MOST_OF_IT = 0.6;
const MUCH_OF_VIEW = 0.25;
/** What the bar at the foot of the window may hide. */
const BAR = '-88px';

/** Tells once what is `ready` has been in view: inside its frame, and of the window too. */
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

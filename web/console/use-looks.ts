import { useEffect, useRef } from 'preact/hooks';

interface Looks {
  readonly look: () => Promise<unknown>;
  /** How long until the next look, in ms, after so many that saw nothing new; undefined: no more of them. */
  readonly pace: (unchanged: number) => number | undefined;
  /** What is polled. A change restarts the polling interval. */
  readonly seen: unknown;
}

/** Looks again and again while the page is looked at, and at once when it is looked at again. */
export function useLooks({ look, pace, seen }: Looks): void {
  const latest = useRef({ look, pace });
  latest.current = { look, pace };
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let unchanged = 0;
    let isOver = false;
    function plan() {
      const wait = latest.current.pace(unchanged);
      clearTimeout(timer);
      if (isOver || wait === undefined || document.visibilityState !== 'visible') return;
      timer = setTimeout(now, wait);
    }
    function now() {
      unchanged += 1;
      // A look that fails is followed by the next one.
      latest.current.look().then(plan, plan);
    }
    function turn() {
      clearTimeout(timer);
      if (document.visibilityState !== 'visible') return;
      unchanged = 0;
      now();
    }
    plan();
    document.addEventListener('visibilitychange', turn);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', turn);
    };
  }, [seen]);
}

/** The first looks come soon after each other, later ones ever more rarely. */
export const slowing =
  (firstMs: number, mostMs: number, soon = 5) =>
  (unchanged: number): number =>
    Math.min(firstMs * 2 ** Math.max(0, unchanged - soon), mostMs);

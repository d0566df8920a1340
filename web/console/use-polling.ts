import { useEffect, useRef } from 'preact/hooks';

interface Polling {
  readonly look: () => Promise<unknown>;
  /** Delay in ms before the next poll, given the number of polls without changes; undefined stops polling. */
  readonly pace: (unchanged: number) => number | undefined;
  /** What is polled. A change restarts the polling interval. */
  readonly seen: unknown;
}

/** Polls while the page is visible, and at once when it becomes visible again. */
export function usePolling({ look, pace, seen }: Polling): void {
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
      // A failed poll is followed by the next one.
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

/** Intervals start short and grow. */
export const growingIntervals =
  (firstMs: number, mostMs: number, soon = 5) =>
  (unchanged: number): number =>
    Math.min(firstMs * 2 ** Math.max(0, unchanged - soon), mostMs);

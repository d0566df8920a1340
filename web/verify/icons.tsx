import type { Conclusion } from './conclude.ts';

const SIGNS: Record<Conclusion['verdict'], string> = {
  authentic: 'M14 25.5l7 7 14-16',
  another: 'M14 25.5l7 7 14-16',
  altered: 'M16 16l16 16M32 16L16 32',
  unknown: 'M17.5 18.5a6.5 6.5 0 1 1 9.5 5.8c-2 1-3 2.2-3 4.7M24 34.5v.5',
  not_complete: 'M24 13v11l7 5',
};

/** Its shape repeats the meaning of the heading beside it. */
export const VerdictIcon = ({ verdict }: { verdict: Conclusion['verdict'] }) => (
  <svg class="verdict-icon" viewBox="0 0 48 48" aria-hidden="true">
    <circle cx="24" cy="24" r="23" />
    <path d={SIGNS[verdict]} />
  </svg>
);

export const ShieldIcon = () => (
  <svg class="shield-icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M12 3l7.5 3v5.5c0 4.6-3 8-7.5 9.5-4.5-1.5-7.5-4.9-7.5-9.5V6z" />
    <path d="M8.8 12.2l2.3 2.3 4.3-4.8" />
  </svg>
);

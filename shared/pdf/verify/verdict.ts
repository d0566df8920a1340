import { REASONS, type Reason, type ReasonCode, type Verdict } from './report.ts';

/** The worst verdict of all reasons. */
export function verdictOf(reasons: readonly Reason[]): Verdict {
  const verdicts = reasons.map(({ code }) => REASONS[code][0]);
  if (verdicts.includes('altered')) return 'altered';
  return verdicts.length > 0 ? 'unknown' : 'authentic';
}

export const reason = (code: ReasonCode, detail?: string): Reason => ({
  code,
  sentence: REASONS[code][1],
  ...(detail !== undefined && { detail }),
});

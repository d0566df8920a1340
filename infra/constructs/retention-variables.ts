import type { Config } from '../config.ts';

/** What a function must know that tells of envelopes only as long as they are kept. */
export const retentionVariables = ({ retention }: Pick<Config, 'retention'>) => ({
  EVIDENCE_YEARS: String(retention.evidenceYears),
  DRAFT_DAYS: String(retention.draftDays),
});

import type { Config } from '../config.ts';

/** Variables by which a function treats envelopes past their retention as absent. */
export const retentionVariables = ({ retention }: Pick<Config, 'retention'>) => ({
  EVIDENCE_YEARS: String(retention.evidenceYears),
  DRAFT_DAYS: String(retention.draftDays),
});

import { retentionOf } from '../../shared/contract/environment.ts';
import type { ProjectSettings } from './project.ts';

export const projectSettings = (env: {
  COMPANY_NAME: string;
  RECORD_TITLE: 'shown' | 'hidden';
  EVIDENCE_YEARS: number;
  DRAFT_DAYS: number;
}): ProjectSettings => ({
  company: env.COMPANY_NAME,
  showTitle: env.RECORD_TITLE === 'shown',
  retention: retentionOf(env),
});

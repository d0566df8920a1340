import { retentionOf } from '../../shared/contract/environment.ts';
import type { ProjectSettings } from './project.ts';

export const projectSettings = (env: {
  readonly COMPANY_NAME: string;
  readonly RECORD_TITLE: 'shown' | 'hidden';
  readonly EVIDENCE_YEARS: number;
  readonly DRAFT_DAYS: number;
}): ProjectSettings => ({
  company: env.COMPANY_NAME,
  showTitle: env.RECORD_TITLE === 'shown',
  retention: retentionOf(env),
});

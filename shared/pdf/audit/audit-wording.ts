import { wordingOf } from '../certificate/wording.ts';
import type { AuditFacts } from './audit-facts.ts';
import { AUDIT_TEXTS } from './texts/texts-of.ts';

/** Texts and formats of the audit page's language; `labels` are those of the certificate. */
export function auditWording(facts: Pick<AuditFacts, 'language' | 'timeZone'>) {
  const { texts: labels, time, number } = wordingOf(facts);
  return { texts: AUDIT_TEXTS[facts.language], labels, time, number };
}
export type AuditWording = ReturnType<typeof auditWording>;

import { CERTIFICATE_TEXTS } from '../certificate/texts/texts-of.ts';
import type { AuditFacts } from './audit-facts.ts';
import { AUDIT_TEXTS } from './texts/texts-of.ts';

/** Texts and formats of the audit page's language; `labels` are those of the certificate. */
export function auditWording({ language, timeZone }: Pick<AuditFacts, 'language' | 'timeZone'>) {
  const labels = CERTIFICATE_TEXTS[language];
  const format = new Intl.DateTimeFormat(labels.locale, {
    dateStyle: 'medium',
    timeStyle: 'long',
    timeZone,
  });
  return {
    texts: AUDIT_TEXTS[language],
    labels,
    time: (at: string) => format.format(new Date(at)).replaceAll('\u202f', '\u00a0'),
    number: (value: number) => value.toLocaleString(labels.locale),
  };
}
export type AuditWording = ReturnType<typeof auditWording>;

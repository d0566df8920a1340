import type { PrintedFacts } from './facts.ts';
import type { CertificateTexts } from './texts/texts.ts';
import { CERTIFICATE_TEXTS } from './texts/texts-of.ts';

/** Texts and formats of the certificate's language. */
export interface CertificateWording {
  readonly texts: CertificateTexts;
  /** Formats an instant in the certificate's language and time zone. */
  readonly time: (at: string) => string;
  readonly number: (value: number) => string;
}

export function wordingOf({
  language,
  timeZone = 'Europe/Rome',
}: Pick<PrintedFacts, 'language' | 'timeZone'>): CertificateWording {
  const texts = CERTIFICATE_TEXTS[language];
  const format = new Intl.DateTimeFormat(texts.locale, {
    dateStyle: 'medium',
    timeStyle: 'long',
    timeZone,
  });
  return {
    texts,
    time: (at) => withWideSpaces(format.format(new Date(at))),
    number: (value) => withWideSpaces(value.toLocaleString(texts.locale)),
  };
}

/** Replaces the narrow no-break space of some locales, which is too narrow in print. */
const withWideSpaces = (text: string): string => text.replaceAll('\u202f', '\u00a0');

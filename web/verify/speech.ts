import { VERIFIER_PHRASES } from '../../shared/contract/verifier-phrases/phrases.ts';
import type { Language } from '../../shared/domain/envelope/party.ts';
import { localeOf } from '../../shared/domain/text/locale.ts';
import type { Localization } from './context.ts';
import { TEXTS } from './texts/texts-of.ts';

/** All texts of the page in one language. */
export function speechIn(language: Language, timeZone: string): Localization {
  const locale = localeOf(language);
  const instants = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone,
  });
  const numbers = new Intl.NumberFormat(locale);
  return {
    language,
    texts: TEXTS[language],
    phrases: VERIFIER_PHRASES[language],
    instant: (iso) => instants.format(new Date(iso)),
    number: (value) => numbers.format(value),
  };
}

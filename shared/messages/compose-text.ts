import type { Language } from '../domain/envelope/party.ts';
import { gsmFriendly, shortened } from './gsm-alphabet.ts';
import type { Brand, Common, NoticeFacts, PartyNotice } from './notice.ts';
import { PHRASES } from './phrases/phrases.ts';

/** Characters; leaves room for words and link in two parts of 153 characters. */
const TITLE = 40;
const COMPANY = 30;
const NAME = 24;

/**
 * A text message of one kind. Names its addressee, since two people may share a telephone. A code ends with
 * the line by which phones offer it only on our page (WICG, "Origin-bound one-time codes delivered via SMS").
 */
export function composeText<K extends PartyNotice>(
  kind: K,
  facts: Common & NoticeFacts[K],
  language: Language,
  brand: Brand,
): string {
  const short = {
    ...facts,
    title: shortened(facts.title, TITLE),
    company: shortened(facts.company, COMPANY),
    recipient: shortened(facts.recipient, NAME),
  };
  const text = gsmFriendly(WRITE[kind](short, language));
  return 'code' in facts ? `${text}\n\n@${new URL(brand.appUrl).hostname} #${facts.code}` : text;
}

const WRITE: {
  readonly [K in PartyNotice]: (facts: Common & NoticeFacts[K], language: Language) => string;
} = {
  invitation: (facts, language) => PHRASES[language].texts.invitation(facts),
  reminder: (facts, language) => PHRASES[language].texts.reminder(facts),
  code: (facts, language) => PHRASES[language].texts.code(facts),
  completed: (facts, language) => PHRASES[language].texts.completed(facts),
  declined: (facts, language) => PHRASES[language].texts.stopped(facts),
  voided: (facts, language) => PHRASES[language].texts.stopped(facts),
  expired: (facts, language) => PHRASES[language].texts.stopped(facts),
  failed: (facts, language) => PHRASES[language].texts.stopped(facts),
};

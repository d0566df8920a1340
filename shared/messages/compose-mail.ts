import type { Language } from '../domain/envelope/party.ts';
import { letterHtml } from './letter-html.ts';
import { letterText } from './letter-text.ts';
import type { Brand, Common, Letter, NoticeFacts, NoticeKind, Phrases } from './notice.ts';
import { PHRASES } from './phrases/phrases.ts';

export interface ComposedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** A mail of one kind and language, as HTML and plain text with the same content. */
export function composeMail<K extends NoticeKind>(
  kind: K,
  facts: Common & NoticeFacts[K],
  language: Language,
  brand: Brand,
): ComposedMail {
  const phrases = PHRASES[language];
  const letter = letterOf(phrases, kind, facts);
  return {
    subject: letter.subject.replace(/\s+/g, ' '),
    html: letterHtml(letter, facts, { phrases, language, brand }),
    text: letterText(letter, facts, phrases),
  };
}

/** The sender must not have a link, so the mail leads to the console instead. */
function letterOf<K extends NoticeKind>(
  { letters, openRequest }: Phrases,
  kind: K,
  facts: Common & NoticeFacts[K],
): Letter {
  const letter = letters[kind](facts);
  const { requestUrl } = facts;
  const isList = 'listUrl' in facts && facts.listUrl !== undefined;
  return requestUrl && !isList
    ? { ...letter, button: { label: openRequest, url: requestUrl } }
    : letter;
}

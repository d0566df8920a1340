import type { Envelope } from '../envelope/envelope.ts';
import type { Language } from '../envelope/party.ts';

const MAX = 120;

const SIGNED: Readonly<Record<Language, string>> = {
  it: 'firmato',
  en: 'signed',
  de: 'unterschrieben',
  fr: 'signé',
  es: 'firmado',
};

/** Download name of the document, without characters that Windows or shells reserve. */
export const pdfFileName = (title: string): string => `${fileStem(title)}.pdf`;

/** Download name of the signed document, marked as signed in the envelope's language. */
export const signedFileName = ({ title, language }: Pick<Envelope, 'title' | 'language'>): string =>
  `${fileStem(title)} (${SIGNED[language]}).pdf`;

function fileStem(title: string): string {
  const name = title.replace(/[\p{Cc}\s\\/:*?"<>|]+/gu, ' ');
  const cut = Array.from(name).slice(0, MAX).join('');
  return cut.replace(/^[ .]+|[ .]+$/g, '') || 'document';
}

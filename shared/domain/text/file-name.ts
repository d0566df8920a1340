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

/** What a file of this title is called on people's disks: nothing that Windows or a shell minds. */
export const pdfFileName = (title: string): string => `${fileStem(title)}.pdf`;

/** The signed file is told apart from the one that was sent, in the language of the envelope. */
export const signedFileName = ({ title, language }: Pick<Envelope, 'title' | 'language'>): string =>
  `${fileStem(title)} (${SIGNED[language]}).pdf`;

function fileStem(title: string): string {
  const name = title.replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ').replace(/\s+/g, ' ');
  const cut = Array.from(name).slice(0, MAX).join('');
  return cut.replace(/^[ .]+|[ .]+$/g, '') || 'document';
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../shared/domain/envelope/party.ts';
import { termsIn } from '../../shared/messages/terms/terms.ts';
import { de } from '../../web/sign/texts/de.ts';
import { en } from '../../web/sign/texts/en.ts';
import { es } from '../../web/sign/texts/es.ts';
import { fr } from '../../web/sign/texts/fr.ts';
import { it as italian } from '../../web/sign/texts/it.ts';

const filesOf = (language: Language): string[] => [
  ...['sign', 'console', 'verify'].map((page) => `web/${page}/texts/${language}.ts`),
  `web/sign/texts/later/${language}.ts`,
  `web/console/templates/texts/${language}.ts`,
  ...['law', 'refusals', 'timeline', 'verifier-phrases'].map(
    (room) => `shared/contract/${room}/${language}.ts`,
  ),
  ...['phrases', 'terms'].map((room) => `shared/messages/${room}/${language}.ts`),
  ...['audit', 'certificate'].map((room) => `shared/pdf/${room}/texts/${language}.ts`),
];

/** String literals of a source file, with X for interpolated values. */
function stringsIn(file: string): string[] {
  const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
    .replace(/^import .*$/gm, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\$\{[^{}]*(\$\{[^{}]*\}[^{}]*)*\}/g, 'X');
  return [...source.matchAll(/'((?:[^'\\\n]|\\.)*)'|`([^`]*)`/g)].map(
    ([, quoted, template]) => quoted ?? template ?? '',
  );
}

const offending = (language: Language, rule: RegExp) =>
  filesOf(language).flatMap((file) =>
    stringsIn(file)
      .filter((text) => rule.test(text))
      .map((text) => `${file}: ${text}`),
  );

describe('the texts', () => {
  it.each(LANGUAGES)('in "%s" are found by this test', (language) => {
    for (const file of filesOf(language)) expect(stringsIn(file).length).toBeGreaterThan(0);
  });

  it('in French never let a line begin with a mark or end with an opening quotation mark', () => {
    expect(offending('fr', / [:;?!»]|« |[\p{L}X][;?!»]|[\p{L}X]:\s|«[\p{L}X]/u)).toEqual([]);
  });

  it.each([
    ['it', /[“„]|\\'|\p{L}'\p{L}/u],
    ['en', /[«»„]|\\'|\p{L}'\p{L}/u],
    ['de', /[«»]|”|\\'/u],
    ['fr', /[“”„]|\\'|\p{L}'\p{L}/u],
    ['es', /[“”„]|\\'/u],
  ] as const)(
    'in "%s" use the quotation marks and the apostrophe of the language',
    (language, wrong) => {
      expect(offending(language, wrong)).toEqual([]);
    },
  );

  it.each([
    ['it', /\b(tuo|tua|tuoi|tue|puoi|devi|hai|sei)\b(?! cifre)/i],
    ['de', /\b(du|dich|dir|dein\w*|euch|euer)\b/i],
    ['fr', /(?<!\p{L})(tu|toi|ton|tes)(?!\p{L})/iu],
    ['es', /(?<!\p{L})(tú|tu|tus|puedes|debes|tienes)(?!\p{L})/iu],
  ] as const)('in "%s" address the reader formally', (language, familiar) => {
    expect(offending(language, familiar)).toEqual([]);
  });

  it.each([
    ['it', /avanzat|(?<!^non )qualificat/i],
    ['en', /\badvanced|(?<!^not )\bqualified|multi-factor/i],
    ['de', /fortgeschritten|(?<!^nicht )qualifiziert/i],
    ['fr', /avancée|(?<!^non )qualifié/i],
    ['es', /avanzad|(?<!^no )cualificad/i],
  ] as const)('in "%s" claim no higher kind of signature', (language, claim) => {
    expect(offending(language, claim)).toEqual([]);
  });

  it('address the reader in Italian refusals, as everywhere else, not in the infinitive', () => {
    const infinitive = /(?:^|[:.\]] )\p{L}+[aei]r(?:e|lo|la|li|ne)(?!\p{L})/iu;
    const found = stringsIn('shared/contract/refusals/it.ts').filter((text) =>
      infinitive.test(text),
    );
    expect(found).toEqual([]);
  });

  it.each(Object.entries({ it: italian, en, de, fr, es }) as [Language, typeof en][])(
    'in "%s" head the terms with the title that the terms themselves have',
    (language, texts) => {
      const facts = {
        company: 'X',
        country: 'IT',
        documentDays: 14,
        evidenceYears: 10,
        archiveYears: 0,
      };
      expect(termsIn(language, facts).text.split('\n\n')[0]).toBe(texts.terms.title);
    },
  );

  it('call no time stamp a “marca temporale”, which in Italy is a qualified one', () => {
    expect(offending('it', /marca temporale|marche temporali/i)).toEqual([]);
  });

  it('tell the company’s seal from a stamp of ink in French', () => {
    expect(offending('fr', /\bsceau/i)).toEqual([]);
    expect(offending('fr', /cachet.*\b(PNG|photo)/i)).toEqual([]);
  });
});

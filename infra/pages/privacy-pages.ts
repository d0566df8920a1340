import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';

type Language = Config['languages'][number];

/** Where the notice of a company that wrote it into its config is read, for each language. */
export const privacyPath = (language: string): string => `privacy/${language}`;

/** Paths of the company's own notice, as the address of a page begins: `/privacy/it`. */
export const privacyPaths = ({ company, languages }: Config): string[] =>
  typeof company.privacyNotice === 'object'
    ? languages.map((language) => `/${privacyPath(language)}`)
    : [];

/** What the signer's door gives as the notice's address: `{language}` is the reader's. */
export function privacyAddress({ company: { privacyNotice } }: Config, appUrl: string): string {
  if (privacyNotice === undefined || typeof privacyNotice === 'string') return privacyNotice ?? '';
  return `${appUrl}/${privacyPath('{language}')}`;
}

/** A page without script for each language, by its path. */
export function privacyPages(
  build: string,
  { company, languages }: Config,
): Record<string, string> {
  const { name, privacyNotice } = company;
  if (typeof privacyNotice !== 'object') return {};
  const styles = stylesOf(build);
  return Object.fromEntries(
    languages.map((language) => {
      const text = privacyNotice[language] ?? '';
      const others = languages.filter((other) => other !== language);
      return [privacyPath(language), page({ language, name, text, others, styles })];
    }),
  );
}

/** Style sheets of the signing page, for the same look. */
function stylesOf(build: string): string {
  const html = readFileSync(join(build, 'pages', 'sign'), 'utf8');
  return (html.match(/<link rel="stylesheet"[^>]*>/g) ?? []).join('');
}

interface Written {
  readonly language: Language;
  readonly name: string;
  readonly text: string;
  readonly others: readonly Language[];
  readonly styles: string;
}

const page = ({ language, name, text, others, styles }: Written): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${TITLE[language]} – ${escaped(name)}</title>
<link rel="icon" href="data:,">
${styles}
</head>
<body>
<header class="page-head"><div><strong>${escaped(name)}</strong></div></header>
<main class="page-main"><div class="narrow stack">
<h1>${TITLE[language]}</h1>
${sections(text)}
<p class="small">${others.map(link).join(' · ')}</p>
</div></main>
</body>
</html>
`;

const link = (language: Language): string =>
  `<a href="/${privacyPath(language)}" lang="${language}" hreflang="${language}">${OWN_NAME[language]}</a>`;

/** The format of the terms: an empty line separates paragraphs, and the first of several lines is a heading. */
const sections = (text: string): string =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((section) => section.split('\n').map(escaped))
    .map(([first, ...rest]) =>
      rest.length > 0
        ? `<h2>${first}</h2>${rest.map((line) => `<p>${line}</p>`).join('')}`
        : `<p>${first}</p>`,
    )
    .join('\n');

const escaped = (text: string): string =>
  text.trim().replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const TITLE: Readonly<Record<Language, string>> = {
  it: 'Informativa sulla privacy',
  en: 'Privacy notice',
  de: 'Datenschutzhinweise',
  fr: 'Politique de confidentialité',
  es: 'Aviso de privacidad',
};

const OWN_NAME: Readonly<Record<Language, string>> = {
  it: 'Italiano',
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
};

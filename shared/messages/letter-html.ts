import { edgeOf, textColourOn } from '../contract/brand/colour-contrast.ts';
import type { Language } from '../domain/envelope/party.ts';
import type { Brand, Common, Letter, Phrases } from './notice.ts';

const FONT =
  "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const BODY = `${FONT};font-size:16px;line-height:24px`;
const MONO = "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace";

/**
 * What inline style cannot express. Every colour also has an inline default for clients that drop style
 * sheets.
 */
const STYLE = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background-color:#111315!important}
.card{background-color:#1d2023!important;border-color:#34383d!important}
.ink{color:#f2f3f5!important}
.soft{color:#b3b9c1!important}
.box{background-color:#2a2e33!important;border-color:#4a5058!important}
.edge{border-color:#8a929c!important}
}
@media (max-width:620px){.inside{padding-left:20px!important;padding-right:20px!important}}`;

/** Outlook on Windows renders with Word, which ignores max-width and font lists. */
const FOR_WORD = `<!--[if mso]><style>table{border-collapse:collapse}td,p,h1,a,span,div{font-family:'Segoe UI',Arial,sans-serif!important}</style><![endif]-->`;
const inWord = (html: string): string => `<!--[if mso]>${html}<![endif]-->`;
const COLUMN = inWord(
  '<table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td>',
);
const COLUMN_END = inWord('</td></tr></table>');

/** Fills the preview, so that mailboxes do not show the letter's first words after it. */
const PREVIEW_END = '&#847;&#8204;&#160;'.repeat(60);

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const withBreaks = (text: string): string => escapeHtml(text).replace(/\r\n|\r|\n/g, '<br>');

/** The HTML part: tables and inline style for compatibility; no remote content. */
export const letterHtml = (
  letter: Letter,
  facts: Common,
  { phrases, language, brand }: { phrases: Phrases; language: Language; brand: Brand },
): string => `<!doctype html>
<html lang="${language}" dir="ltr"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<meta name="x-apple-disable-message-reformatting">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(letter.subject)}</title><style>${STYLE}</style>${FOR_WORD}</head>
<body class="page" style="margin:0;padding:0;background-color:#eef0f3">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all" aria-hidden="true">${escapeHtml(letter.preview)}${PREVIEW_END}</div>
<table role="presentation" lang="${language}" dir="ltr" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#eef0f3"><tr><td align="center" style="padding:24px 8px">
${COLUMN}
<table role="presentation" class="card" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;background-color:#ffffff;border:1px solid #d9dde3;border-radius:10px;border-collapse:separate;overflow:hidden">
${header(brand)}
${content(letter, facts, phrases, brand)}
</table>
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px"><tr><td class="soft inside" style="${FONT};font-size:12px;line-height:18px;color:#5a616b;padding:16px 33px">${escapeHtml(phrases.footer(facts))}</td></tr></table>
${COLUMN_END}
</td></tr></table></body></html>
`;

const header = ({ company, colour }: Brand): string =>
  `<tr><td bgcolor="${colour}" class="inside edge" style="background-color:${colour};border-bottom:1px solid ${edgeOf(colour)};color:${textColourOn(colour)};${FONT};font-size:17px;font-weight:600;line-height:24px;padding:18px 32px">${escapeHtml(company)}</td></tr>`;

function content(letter: Letter, facts: Common, phrases: Phrases, brand: Brand): string {
  const rows = [
    `<h1 class="ink" style="${FONT};font-size:24px;line-height:31px;font-weight:700;color:#15181c;margin:0 0 16px">${escapeHtml(letter.heading)}</h1>`,
    paragraph(phrases.greeting(facts.recipient)),
    ...letter.paragraphs.map(paragraph),
    letter.quote ? quote(letter.quote) : '',
    letter.code ? code(letter.code) : '',
    letter.button ? button(letter.button, phrases, brand) : '',
    letter.link ? link(letter.link) : '',
    ...letter.notes.map(note),
  ];
  return `<tr><td class="inside" style="padding:32px 32px 20px">${rows.filter(Boolean).join('\n')}</td></tr>`;
}

const paragraph = (text: string): string =>
  `<p class="ink" style="${BODY};color:#15181c;margin:0 0 14px">${withBreaks(text)}</p>`;

const note = (text: string): string =>
  `<p class="soft" style="${FONT};font-size:14px;line-height:21px;color:#5a616b;margin:0 0 10px">${withBreaks(text)}</p>`;

const boxed = (inside: string, align: string): string =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:6px 0 20px"><tr><td class="box" align="${align}" style="background-color:#f4f6f8;border:1px solid #d9dde3;border-radius:8px;padding:16px 18px">${inside}</td></tr></table>`;

const quote = ({ by, text }: NonNullable<Letter['quote']>): string =>
  boxed(
    `<div class="soft" style="${FONT};font-size:13px;line-height:19px;color:#5a616b">${escapeHtml(by)}</div><div class="ink" style="${BODY};color:#15181c">${withBreaks(text)}</div>`,
    'left',
  );

const code = (digits: string): string =>
  boxed(
    `<span class="ink" style="${MONO};font-size:40px;line-height:52px;font-weight:700;letter-spacing:8px;padding-left:8px;white-space:nowrap;color:#15181c">${escapeHtml(digits)}</span>`,
    'center',
  );

function button(
  { label, url }: NonNullable<Letter['button']>,
  phrases: Phrases,
  { colour }: Brand,
): string {
  const href = escapeHtml(url);
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:10px 0 18px"><tr><td bgcolor="${colour}" align="center" style="background-color:${colour};border-radius:8px;mso-padding-alt:15px 34px"><a href="${href}" class="edge" style="display:inline-block;mso-padding-alt:0;${FONT};font-size:18px;line-height:24px;font-weight:600;color:${textColourOn(colour)};text-decoration:none;padding:15px 34px;border-radius:8px;border:1px solid ${edgeOf(colour)}">${escapeHtml(label)}</a></td></tr></table>
<p class="soft" style="${FONT};font-size:13px;line-height:19px;color:#5a616b;margin:0 0 18px">${escapeHtml(phrases.addressHint)}<br><span style="word-break:break-all">${href}</span></p>`;
}

const link = ({ label, url }: NonNullable<Letter['link']>): string =>
  `<p class="ink" style="${BODY};color:#15181c;margin:0 0 16px"><a class="ink" href="${escapeHtml(url)}" style="color:#15181c;text-decoration:underline">${escapeHtml(label)}</a></p>`;

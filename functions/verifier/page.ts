import { createHash } from 'node:crypto';
import { accentStyle } from '../../shared/contract/brand/accent-style.ts';
import type { PublicRecord, VerifyPageFacts } from '../../shared/contract/verifier.ts';
import { openingHeading } from '../../shared/contract/verifier-phrases/opening-heading.ts';
import { VERIFIER_PHRASES } from '../../shared/contract/verifier-phrases/phrases.ts';
import type { VerifierPhrases } from '../../shared/contract/verifier-phrases/verifier-phrases.ts';
import { groupedEnvelopeId } from '../../shared/domain/envelope/envelope-id.ts';
import type { Language } from '../../shared/domain/envelope/party.ts';
import { escaped } from './escaped.ts';
import { recordHtml } from './record-html.ts';

/** The company's branding. */
export interface PageBranding {
  readonly company: string;
  /** `#rrggbb`. */
  readonly colour: string;
  /** IANA time zone. */
  readonly timeZone: string;
  /** Offered languages. */
  readonly languages: readonly Language[];
}

/** URLs of the page's script and styles. */
export interface PageAssets {
  readonly script: string;
  readonly styles: readonly string[];
}

export interface Setting {
  readonly language: Language;
  readonly look: PageBranding;
  readonly assets: PageAssets;
  readonly now: Date;
}

/** Content-Security-Policy: own scripts and styles only, plus the hash of the inline colour style. */
export const pagePolicy = ({ colour }: Pick<PageBranding, 'colour'>): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'sha256-${createHash('sha256').update(accentStyle(colour)).digest('base64')}'`,
    "worker-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The camera scans QR codes. */
export const PAGE_PERMISSIONS = 'camera=(self), microphone=(), geolocation=()';

/** The public record for a code, readable without scripts. */
export function recordPage(code: string, record: PublicRecord | undefined, setting: Setting) {
  const phrases = VERIFIER_PHRASES[setting.language];
  const heading = record ? openingHeading(record, phrases) : phrases.unknown;
  const grouped = escaped(groupedEnvelopeId(code));
  return page(setting, heading, { code, ...(record && { record }) }, [
    `<p class="eyebrow">${escaped(phrases.title)}</p>`,
    `<h1>${escaped(heading)}</h1>`,
    `<p class="mono code">${grouped}</p>`,
    lead(record, phrases),
    record ? recordHtml(record, setting.language, setting.look.timeZone) : '',
  ]);
}

function lead(record: PublicRecord | undefined, phrases: VerifierPhrases): string {
  if (record && record.status !== 'completed') return '';
  return `<p class="lead">${escaped(record ? phrases.notYetProof : phrases.unknownHint)}</p>`;
}

/** The start page, for a file or a typed code. */
export function startPage(setting: Setting): string {
  const { title } = VERIFIER_PHRASES[setting.language];
  return page(setting, title, {}, [`<h1>${escaped(title)}</h1>`]);
}

/** The 404 page, with links to what may have been meant. */
export function nowherePage(setting: Setting): string {
  const { nowhere, nowhereHint } = VERIFIER_PHRASES[setting.language];
  return page(setting, nowhere, { nowhere: true }, [
    `<h1>${escaped(nowhere)}</h1>`,
    `<p class="lead">${escaped(nowhereHint)}</p>`,
  ]);
}

function page(
  { language, look, assets, now }: Setting,
  heading: string,
  known: Pick<VerifyPageFacts, 'code' | 'record' | 'nowhere'>,
  body: readonly string[],
): string {
  const phrases = VERIFIER_PHRASES[language];
  const { company, timeZone, languages } = look;
  const at = now.toISOString();
  const facts: VerifyPageFacts = { company, timeZone, languages, at, ...known };
  const title = [...new Set([heading, phrases.title, look.company])].join(' – ');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="${escaped(look.colour)}">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
${assets.styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
<style>${accentStyle(look.colour)}</style>
<script type="module" src="${assets.script}"></script>
</head>
<body>
<div id="page" data-facts="${escaped(JSON.stringify(facts))}">
<header class="page-head"><div><strong>${escaped(look.company)}</strong></div></header>
<main class="page-main"><div class="stack-l">
${body.filter(Boolean).join('\n')}
${codeForm(language)}
<p class="notice warn too-old">${escaped(phrases.needsScript)}</p>
</div></main>
</div>
</body>
</html>
`;
}

function codeForm(language: Language): string {
  const { askCode, codeHint, show } = VERIFIER_PHRASES[language];
  return `<form class="card stack" action="/verify">
<div class="field"><label for="code">${escaped(askCode)}</label>
<span class="hint" id="code-hint">${escaped(codeHint)}</span>
<input id="code" name="code" class="mono" autocomplete="off" aria-describedby="code-hint"></div>
<button class="button">${escaped(show)}</button>
</form>`;
}

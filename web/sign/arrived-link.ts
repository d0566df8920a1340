/** From the URL: a link's token, or the handle of a session that a token was exchanged for. */
export type ArrivedLink =
  | { readonly kind: 'handle'; readonly handle: string }
  | { readonly kind: 'token'; readonly token: string }
  /** No token, or one too short to be complete. */
  | { readonly kind: 'lost' | 'cut' };

const HANDLE = /^[0-9a-f]{8}$/;

/** Replaces a cut token in the address bar, because even a part is most of the secret. */
export const CUT_LINK = '/sign#cut';

const TOKEN_LENGTH = 43;
/**
 * 256 bits in base64url are 43 characters, of which the last has four significant bits; so a cut end is often
 * detected.
 */
const WHOLE = /^[\w-]{42}[AEIMQUYcgkosw048]$/;
/** Fewer characters are no cut token, but something else. */
const MIN_CUT = 8;

/**
 * Extracts the token from what mail gateways, chat programs and trackers make of `/sign#TOKEN`, as tolerantly
 * as is safe: `#` percent-encoded once or twice, a full stop or bracket appended, query parameters, line
 * breaks, invisible characters, a text fragment.
 */
export function arrivedBy({
  pathname,
  search,
  hash,
}: Pick<URL, 'pathname' | 'search' | 'hash'>): ArrivedLink {
  const [fragment = ''] = hash.slice(1).split(':~:');
  if (HANDLE.test(fragment)) return { kind: 'handle', handle: fragment };
  if (fragment === 'cut') return { kind: 'cut' };
  const runs = [fragment, behindHash(pathname), behindHash(search)].map(lettersOf);
  const token = runs.map(wholeToken).find((found) => found !== undefined);
  if (token) return { kind: 'token', token };
  return { kind: runs.some(({ length }) => length >= MIN_CUT) ? 'cut' : 'lost' };
}

/** With `/sign%23TOKEN` the token was sent to the server; first of all it is removed from address bar and history. */
export function tidiedAddress(
  address: Pick<URL, 'pathname' | 'search' | 'hash'>,
): string | undefined {
  const arrived = arrivedBy(address);
  const plain = address.pathname === '/sign' && address.search === '';
  if (arrived.kind === 'token') return plain ? undefined : `/sign#${arrived.token}`;
  if (arrived.kind === 'cut') return CUT_LINK;
  return behindHash(address.pathname + address.search) ? '/sign' : undefined;
}

/** `/sign%23TOKEN`, `/sign?x=1%23TOKEN`, `/sign%2523TOKEN`. */
const behindHash = (text: string): string => /(?:%(?:25)*23|#)(.*)$/i.exec(text)?.[1] ?? '';

const INVISIBLE = /[\s\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** The leading base64url characters, without anything inserted between them (such as quoted-printable breaks). */
function lettersOf(text: string): string {
  const clean = decoded(text)
    .replace(/=\r?\n/g, '')
    .replace(INVISIBLE, '');
  return /^[^\w-]*([\w-]*)/.exec(clean)?.[1] ?? '';
}

/** Markdown and lists append `_` and `-` to links, which are base64url characters too. */
function wholeToken(run: string): string | undefined {
  const begun = run.slice(0, TOKEN_LENGTH);
  return WHOLE.test(begun) && /^[-_]*$/.test(run.slice(TOKEN_LENGTH)) ? begun : undefined;
}

/** Some gateways percent-encode a URL a second time. */
function decoded(text: string, times = 3): string {
  if (times === 0 || !/%[0-9a-f]{2}/i.test(text)) return text;
  try {
    return decoded(decodeURIComponent(text), times - 1);
  } catch {
    return text.replace(/%[0-9a-f]{0,2}/gi, ' ');
  }
}

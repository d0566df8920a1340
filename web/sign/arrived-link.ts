/** What came with the address: a link's token, or the handle of a session that it was exchanged for. */
export type Arrived =
  | { readonly kind: 'handle'; readonly handle: string }
  | { readonly kind: 'token'; readonly token: string }
  /** Nothing came, or a token that is too short to be whole. */
  | { readonly kind: 'lost' | 'cut' };

const HANDLE = /^[0-9a-f]{8}$/;

/** What stays in the address of a token that was cut: even so it is most of a secret. */
export const CUT = '/sign#cut';

const TOKEN_LENGTH = 43;
/** 256 bits in base64url: the last of 43 letters carries four bits, so a cut end is often seen. */
const WHOLE = /^[\w-]{42}[AEIMQUYcgkosw048]$/;
/** Fewer letters are no token that was cut, but something else. */
const LEAST_CUT = 8;

/**
 * What mail gateways, chat programs and trackers make of `/sign#TOKEN`, read as tolerantly as is safe:
 * the `#` encoded, once or twice, a full stop or bracket behind it, parameters, line breaks, blanks that
 * nobody sees, a text fragment.
 */
export function arrivedBy({
  pathname,
  search,
  hash,
}: Pick<URL, 'pathname' | 'search' | 'hash'>): Arrived {
  const [fragment = ''] = hash.slice(1).split(':~:');
  if (HANDLE.test(fragment)) return { kind: 'handle', handle: fragment };
  if (fragment === 'cut') return { kind: 'cut' };
  const runs = [fragment, behindHash(pathname), behindHash(search)].map(lettersOf);
  const token = runs.map(wholeToken).find((found) => found !== undefined);
  if (token) return { kind: 'token', token };
  return { kind: runs.some(({ length }) => length >= LEAST_CUT) ? 'cut' : 'lost' };
}

/** `/sign%23TOKEN` has sent the token to the server: it leaves address bar and history before all else. */
export function tidiedAddress(
  address: Pick<URL, 'pathname' | 'search' | 'hash'>,
): string | undefined {
  const arrived = arrivedBy(address);
  const plain = address.pathname === '/sign' && address.search === '';
  if (arrived.kind === 'token') return plain ? undefined : `/sign#${arrived.token}`;
  if (arrived.kind === 'cut') return CUT;
  return behindHash(address.pathname + address.search) ? '/sign' : undefined;
}

/** `/sign%23TOKEN`, `/sign?x=1%23TOKEN`, `/sign%2523TOKEN`. */
const behindHash = (text: string): string => /(?:%(?:25)*23|#)(.*)$/i.exec(text)?.[1] ?? '';

const INVISIBLE = /[\s\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** The first letters of base64url, with what was put between them (quoted-printable too) taken out. */
function lettersOf(text: string): string {
  const clean = decoded(text)
    .replace(/=\r?\n/g, '')
    .replace(INVISIBLE, '');
  return /^[^\w-]*([\w-]*)/.exec(clean)?.[1] ?? '';
}

/** Markdown and lists leave `_` and `-` behind a link, which are letters of the alphabet too. */
function wholeToken(run: string): string | undefined {
  const begun = run.slice(0, TOKEN_LENGTH);
  return WHOLE.test(begun) && /^[-_]*$/.test(run.slice(TOKEN_LENGTH)) ? begun : undefined;
}

/** Some gateways encode what is encoded already. */
function decoded(text: string, times = 3): string {
  if (times === 0 || !/%[0-9a-f]{2}/i.test(text)) return text;
  try {
    return decoded(decodeURIComponent(text), times - 1);
  } catch {
    return text.replace(/%[0-9a-f]{0,2}/gi, ' ');
  }
}

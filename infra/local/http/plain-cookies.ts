/**
 * CloudFront answers over TLS, this machine does not, and Safari and WebKit keep no `Secure` cookie
 * that came over plain http, not even from a loopback address. So a browser gets the cookie under
 * another name and without `Secure`, and functions see it under its own.
 */
const PREFIX = /^__(Host|Secure)-/;
const PLAIN_PREFIX = /^plain-(Host|Secure)-/;

/** `setCookie`: the value of a `Set-Cookie` header. */
export const withoutTls = (setCookie: string): string =>
  setCookie.replace(PREFIX, 'plain-$1-').replace(/; *Secure(?=;|$)/i, '');

/** `pair`: one `name=value` of a `Cookie` header. */
export const asOverTls = (pair: string): string => pair.replace(PLAIN_PREFIX, '__$1-');

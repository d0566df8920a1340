/**
 * Safari and WebKit do not store a `Secure` cookie received over plain HTTP, even from a loopback address,
 * and this machine has no TLS. So the browser gets the cookie under another name without `Secure`, and
 * requests are renamed back for the functions.
 */
const PREFIX = /^__(Host|Secure)-/;
const PLAIN_PREFIX = /^plain-(Host|Secure)-/;

/** `setCookie`: the value of a `Set-Cookie` header. */
export const withoutTls = (setCookie: string): string =>
  setCookie.replace(PREFIX, 'plain-$1-').replace(/; *Secure(?=;|$)/i, '');

/** `pair`: one `name=value` of a `Cookie` header. */
export const asOverTls = (pair: string): string => pair.replace(PLAIN_PREFIX, '__$1-');

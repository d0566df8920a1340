/** A working day; a page left open overnight needs the link again. Drafts are kept longer. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** `__Host-` binds the cookie to host, HTTPS and path `/` (RFC 6265bis § 4.1.3.2). */
export const cookieName = (handle: string): string => `__Host-s-${handle}`;

export const sessionCookie = (handle: string, secret: string): string =>
  `${cookieName(handle)}=${secret}; Path=/; Max-Age=${SESSION_SECONDS}; Secure; HttpOnly; SameSite=Strict`;

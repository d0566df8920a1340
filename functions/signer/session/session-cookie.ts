/** A working day: a page left open overnight asks for the link again. The draft is kept longer. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** `__Host-` makes the browser hold to this host, HTTPS and the whole path (RFC 6265bis § 4.1.3.2). */
export const cookieName = (handle: string): string => `__Host-s-${handle}`;

export const sessionCookie = (handle: string, secret: string): string =>
  `${cookieName(handle)}=${secret}; Path=/; Max-Age=${SESSION_SECONDS}; Secure; HttpOnly; SameSite=Strict`;

import * as z from 'zod';

/** Where mail can go; its length is bounded first (RFC 5321 §4.5.3.1.3). */
export const emailAddress = z.string().max(254, { abort: true }).check(z.email());

import { sha256 } from '../sha256.ts';

/** Random bytes of a link's or session's secret. */
export const SECRET_BYTES = 32;

/** 43 characters of base64url. */
export const secretFrom = (random: Uint8Array): string => Buffer.from(random).toString('base64url');

/** Secrets are stored only as this hash. */
export const secretSha256 = (secret: string): string => sha256(secret);

/**
 * Suffix of the session cookie's name, so that two parties can use one browser; reveals nothing of the
 * secret.
 */
export const handleOf = (linkSha256: string): string => linkSha256.slice(0, 8);

/** The token is in the fragment, which browsers send neither to the server nor as referrer. */
export const linkUrl = (appUrl: string, token: string): string => `${appUrl}/sign#${token}`;

import { sha256 } from '../sha256.ts';

/** Bytes of randomness in a link's or a session's secret. */
export const SECRET_BYTES = 32;

/** 256 random bits as base64url: 43 characters. */
export const secretFrom = (random: Uint8Array): string => Buffer.from(random).toString('base64url');

/** What is stored in a secret's place. */
export const secretSha256 = (secret: string): string => sha256(secret);

/** Names a link's session cookie without giving anything away: two parties may share one browser. */
export const handleOf = (linkSha256: string): string => linkSha256.slice(0, 8);

/** The token stands in the fragment, so it reaches no log and no referrer. */
export const linkUrl = (appUrl: string, token: string): string => `${appUrl}/sign#${token}`;

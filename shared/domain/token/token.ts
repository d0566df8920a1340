import { Refusal } from '../errors.ts';
import type { Owner } from '../ledger/entries.ts';
import { secretFrom } from '../secrets/secret.ts';
import { sha256 } from '../sha256.ts';
import type { Scope } from './scope.ts';

/** By which secret scanners and people know what it is. */
const PREFIX = 'sgl_';
const SECRET = /^sgl_[\w-]{43}$/;

/** Hexadecimal characters of an id: 128 bits of the secret's hash. */
const ID_LENGTH = 32;

/** What an administrator decides about a token. */
export interface TokenFacts {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Employees for whom it acts; none: for itself alone. */
  readonly owners: readonly Owner[];
  /** Where messages go about envelopes that it owns itself. */
  readonly email: string;
  /** ISO 8601. */
  readonly endsAt: string;
}

/** A machine's right to use the API. Its secret is stored as SHA-256 only. */
export interface Token extends TokenFacts {
  /** Beginning of the secret's SHA-256; in the ledger and in lists, and no secret. */
  readonly id: string;
  readonly sha256: string;
  readonly madeAt: string;
  /** The administrator; who made it by a command has no subject. */
  readonly madeBy: Pick<Owner, 'name'> & Partial<Pick<Owner, 'subject'>>;
  readonly withdrawn?: Withdrawal;
  /** At most an hour behind. */
  readonly lastUsedAt?: string;
}

export interface Withdrawal {
  /** ISO 8601. */
  readonly at: string;
  /** Name of who withdrew it. */
  readonly by: string;
}

interface NewToken {
  readonly secret: string;
  readonly token: Token;
}

/** `random`: 32 bytes. The secret is to be shown once. */
export function newToken(
  facts: TokenFacts,
  madeBy: Token['madeBy'],
  random: Uint8Array,
  now: Date,
): NewToken {
  const secret = `${PREFIX}${secretFrom(random)}`;
  const hash = sha256(secret);
  const token = { ...facts, id: idOf(hash), sha256: hash, madeAt: now.toISOString(), madeBy };
  return { secret, token };
}

const idOf = (hash: string): string => hash.slice(0, ID_LENGTH);

export const isTokenId = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);

/** Undefined for what cannot be a token's secret. */
export function secretAsked(secret: string): Pick<Token, 'id' | 'sha256'> | undefined {
  if (!SECRET.test(secret)) return undefined;
  const hash = sha256(secret);
  return { id: idOf(hash), sha256: hash };
}

/** Throws `token_unknown`, `token_withdrawn` or `token_ended`. */
export function assertLive(token: Token | undefined, now: Date): asserts token is Token {
  if (!token) throw new Refusal('token_unknown');
  if (token.withdrawn) throw new Refusal('token_withdrawn', { at: token.withdrawn.at });
  if (Date.parse(token.endsAt) <= now.getTime())
    throw new Refusal('token_ended', { at: token.endsAt });
}

export function assertScope({ scopes }: Pick<Token, 'scopes'>, scope: Scope): void {
  if (!scopes.includes(scope)) throw new Refusal('scope_missing', { scope });
}

const HOUR_MS = 3_600_000;

/** Since when a use need not be written again. */
export const notedSince = (now: Date): string => new Date(now.getTime() - HOUR_MS).toISOString();

export const isUseNoted = ({ lastUsedAt = '' }: Pick<Token, 'lastUsedAt'>, now: Date): boolean =>
  lastUsedAt > notedSince(now);

import { buildPath, PathError } from '../../../shared/pki/path/certificate-path.ts';
import { revocationStatus } from '../../../shared/pki/revocation/revocation-check.ts';
import {
  anchor,
  type CertificateFacts,
  certified,
  type Holder,
  issuing,
  listBy,
  NOW,
  signing,
} from './laboratory.ts';

/** Input of a case: the signer's certificate and everything available to validate it. */
export interface JudgedPath {
  readonly certificate: Uint8Array;
  readonly others: readonly Uint8Array[];
  readonly lists: readonly Uint8Array[];
  readonly roots?: readonly Uint8Array[];
  readonly at?: Date;
}

/** Why our result may differ from the published one, as explained in docs/path-validation.md. */
export type Difference =
  | 'algorithm'
  | 'names'
  | 'constraints'
  | 'own key'
  | 'partial list'
  | 'form';

export interface PathCase {
  /** Section of PKITS, or the name in x509-limbo. */
  readonly id: string;
  /** What the case tests. */
  readonly what: string;
  readonly published: 'valid' | 'invalid';
  readonly differs?: Difference;
  readonly lay: () => JudgedPath;
}

/** The reason for rejecting the path, or acceptance. */
export type Answer = 'valid' | PathError['code'] | 'revoked' | 'unknown' | 'unreadable';

/**
 * Validates like the verifier does for a signer: a path to a root, without a revoked certificate at the time.
 */
export async function answerTo({
  certificate,
  others,
  lists,
  roots = [anchor.certificate],
  at = NOW,
}: JudgedPath): Promise<Answer> {
  try {
    const path = await buildPath(certificate, others, { roots, at });
    const data = { revocationLists: lists, ocspResponses: [] };
    for (const [index, issuer] of path.slice(1).entries()) {
      const status = await revocationStatus([path[index]!, issuer], data, at);
      if (status !== 'good') return status;
    }
    return 'valid';
  } catch (error) {
    return error instanceof PathError ? error.code : 'unreadable';
  }
}

/** A chain of certificates below the anchor; the last is the end entity, unless its facts say otherwise. */
export function line(...facts: readonly CertificateFacts[]): Holder[] {
  const holders = [anchor];
  for (const [index, each] of facts.entries()) {
    const isLast = index === facts.length - 1;
    const usual = { extensions: isLast ? signing() : issuing() };
    holders.push(certified(holders.at(-1)!, { ...usual, ...each }));
  }
  return holders.slice(1);
}

/** With a valid list by each issuer and the anchor, or with only these lists. */
export const withLists = (
  holders: readonly Holder[],
  lists: readonly Uint8Array[] = [anchor, ...holders.slice(0, -1)].map((each) => listBy(each)),
): JudgedPath => ({
  certificate: holders.at(-1)!.certificate,
  others: holders.slice(0, -1).map(({ certificate }) => certificate),
  lists,
});

/** A chain with valid revocation lists. */
export const lineWithLists = (...facts: readonly CertificateFacts[]): JudgedPath =>
  withLists(line(...facts));

export const valid = (
  id: string,
  what: string,
  lay: () => JudgedPath,
  differs?: Difference,
): PathCase => ({ id, what, published: 'valid', lay, ...(differs && { differs }) });

export const invalid = (
  id: string,
  what: string,
  lay: () => JudgedPath,
  differs?: Difference,
): PathCase => ({ id, what, published: 'invalid', lay, ...(differs && { differs }) });

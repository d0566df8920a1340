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

/** What is judged: a certificate, and all that is at hand. */
export interface JudgedPath {
  readonly certificate: Uint8Array;
  readonly others: readonly Uint8Array[];
  readonly lists: readonly Uint8Array[];
  readonly roots?: readonly Uint8Array[];
  readonly at?: Date;
}

/** Why our answer may be another than the published one, as docs/path-validation.md argues it. */
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
  /** What is built. */
  readonly what: string;
  readonly published: 'valid' | 'invalid';
  readonly differs?: Difference;
  readonly lay: () => JudgedPath;
}

/** Why a path is not relied on, or that it is. */
export type Answer = 'valid' | PathError['code'] | 'revoked' | 'unknown' | 'unreadable';

/** As the verifier judges a signer: a path to a root, and nobody on it revoked by then. */
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

/** Certified one by another below the anchor; the last is the end entity, unless its facts say otherwise. */
export function line(...facts: readonly CertificateFacts[]): Holder[] {
  const holders = [anchor];
  for (const [index, each] of facts.entries()) {
    const isLast = index === facts.length - 1;
    const usual = { extensions: isLast ? signing() : issuing() };
    holders.push(certified(holders.at(-1)!, { ...usual, ...each }));
  }
  return holders.slice(1);
}

/** With an ordinary list by each issuer and the anchor, or with these lists alone. */
export const withLists = (
  holders: readonly Holder[],
  lists: readonly Uint8Array[] = [anchor, ...holders.slice(0, -1)].map((each) => listBy(each)),
): JudgedPath => ({
  certificate: holders.at(-1)!.certificate,
  others: holders.slice(0, -1).map(({ certificate }) => certificate),
  lists,
});

/** A line with ordinary lists. */
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

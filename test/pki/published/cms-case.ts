import { createHash } from 'node:crypto';
import { checkStrictForm } from '../../../shared/pki/cms/check-signing-certificate.ts';
import { CmsError } from '../../../shared/pki/cms/cms-error.ts';
import { checkSignedData, openSignedData } from '../../../shared/pki/cms/open-signed-data.ts';
import { CONTENT } from './cms-writer.ts';

/** Why refusing is acceptable where the RFC would accept, as explained in docs/path-validation.md. */
export type CmsDifference = 'algorithm' | 'one signer' | 'reference' | 'sole form';

export interface CmsCase {
  /** RFC and section. */
  readonly id: string;
  readonly what: string;
  readonly published: 'valid' | 'invalid';
  readonly differs?: CmsDifference;
  readonly lay: () => Uint8Array;
}

/** Evaluates a signature's CMS as the verifier does, without trust in the signer. */
export async function answerToCms(der: Uint8Array): Promise<'valid' | 'invalid' | 'unreadable'> {
  try {
    const open = openSignedData(der);
    const name = open.digest.replace('-', '').toLowerCase();
    const digest = createHash(name).update(CONTENT).digest();
    await checkSignedData(open, new Uint8Array(digest));
    await checkStrictForm(open.signerInfo, open.certificate);
    return 'valid';
  } catch (error) {
    return error instanceof CmsError ? 'invalid' : 'unreadable';
  }
}

export const valid = (
  id: string,
  what: string,
  lay: () => Uint8Array,
  differs?: CmsDifference,
): CmsCase => ({
  ...{ id, what, published: 'valid', lay },
  ...(differs && { differs }),
});
export const invalid = (id: string, what: string, lay: () => Uint8Array): CmsCase => ({
  ...{ id, what, published: 'invalid', lay },
});

import { intake, Signing } from './journey.ts';

export interface SealedFile {
  readonly bytes: Uint8Array;
  /** Root certificate, DER. */
  readonly root: Uint8Array;
}

/** A document with one party's signature and the company's seal. */
export async function sealedFile(original: Uint8Array): Promise<SealedFile> {
  const [{ bytes, plan }, signing] = [await intake(original), await Signing.prepare()];
  const signed = await signing.sign(plan);
  const file = Buffer.concat([bytes, signed.append, await signing.seal(signed)]);
  return { bytes: file, root: signing.company.authority.root };
}

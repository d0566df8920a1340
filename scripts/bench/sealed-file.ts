import { intake, Signing } from './journey.ts';

export interface SealedFile {
  readonly bytes: Uint8Array;
  /** DER */
  readonly root: Uint8Array;
}

/** A document that one party signed and the company sealed. */
export async function sealedFile(original: Uint8Array): Promise<SealedFile> {
  const [{ bytes, plan }, signing] = [await intake(original), await Signing.prepare()];
  const signed = await signing.sign(plan);
  const file = Buffer.concat([bytes, signed.append, await signing.seal(signed)]);
  return { bytes: file, root: signing.company.authority.root };
}

import { ContentInfo, id_signedData } from '@peculiar/asn1-cms';
import { decode, encode, encodeAny } from '../../../shared/pki/asn1/der.ts';
import { SignedDataDer } from '../../../shared/pki/cms/cms-schema.ts';

/** Replaces the token in the last timestamp, which nothing else covers. */
export async function withLastToken(
  file: Uint8Array,
  change: (token: Uint8Array) => Uint8Array | Promise<Uint8Array>,
): Promise<Uint8Array> {
  const text = Buffer.from(file).toString('latin1');
  const start = text.lastIndexOf('/Contents <') + '/Contents <'.length;
  const end = text.indexOf('>', start);
  const token = Buffer.from(text.slice(start, end), 'hex');
  const length = 4 + token.readUInt16BE(2);
  const other = Buffer.from(await change(new Uint8Array(token.subarray(0, length))));
  if (other.equals(token.subarray(0, length))) throw new Error('the token is as it was');
  const hex = other.toString('hex').padEnd(end - start, '0');
  return Buffer.from(text.slice(0, start) + hex + text.slice(end), 'latin1');
}

/** A token re-encoded with a change. */
export const reformed =
  (change: (signedData: SignedDataDer) => unknown) =>
  async (token: Uint8Array): Promise<Uint8Array> => {
    const { content } = decode(token, ContentInfo);
    const signedData = decode(new Uint8Array(content), SignedDataDer);
    await change(signedData);
    return encode(new ContentInfo({ contentType: id_signedData, content: encodeAny(signedData) }));
  };

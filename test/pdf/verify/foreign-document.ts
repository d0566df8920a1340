import { sha256 } from '../../../shared/pki/signature/digest.ts';

const ROOM = 16_384;

export type Sign = (digest: Uint8Array) => Promise<Uint8Array>;
const bytesOf = (text: string) => Buffer.from(text, 'latin1');

/** A PDF by another program, with a signature in that program's style. */
export async function foreignDocument(sign: Sign, before?: Uint8Array): Promise<Buffer> {
  const first = Buffer.from(before ?? bytesOf('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'));
  const head = '2 0 obj\n<< /Type /Sig /Contents ';
  const gapStart = first.length + head.length;
  const gapEnd = gapStart + 2 * ROOM + 2;
  const tail = (rest: number) =>
    ` /ByteRange[0 ${gapStart} ${gapEnd} ${String(rest).padEnd(9)}] >>\nendobj\n%%EOF\n`;
  const end = tail(tail(0).length);
  const content = Buffer.concat([first, bytesOf(head), bytesOf(end)]);
  const cms = Buffer.from(await sign(await sha256(content)));
  const gap = `<${cms
    .toString('hex')
    .toUpperCase()
    .padEnd(2 * ROOM, '0')}>`;
  return Buffer.concat([first, bytesOf(head), bytesOf(gap), bytesOf(end)]);
}

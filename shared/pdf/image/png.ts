import { deflateSync, inflateSync } from 'node:zlib';
import { PngEmbedder } from 'pdf-lib';
import { PdfRefusal } from '../refusal.ts';
import type { PreparedImage } from './prepared-image.ts';

/**
 * The chunks that determine the picture (PNG, clause 11); others, such as animation and text, are dropped.
 */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
const SIGNATURE_LENGTH = 8;
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
  readonly whole: Uint8Array;
}

export async function preparePng(bytes: Uint8Array, maxPixels: number): Promise<PreparedImage> {
  const chunks = chunksOf(bytes).filter(({ type }) => KEPT.has(type));
  assertDecodable(chunks, maxPixels);
  const still = Buffer.concat([
    bytes.subarray(0, SIGNATURE_LENGTH),
    ...chunks.map(({ whole }) => whole),
  ]);
  return stored(await decoded(still));
}

function chunksOf(bytes: Uint8Array): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE_LENGTH; chunks.at(-1)?.type !== 'IEND'; ) {
    if (at + 12 > bytes.length) throw new PdfRefusal('image_damaged');
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) throw new PdfRefusal('image_damaged');
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) });
    at = end;
  }
  return chunks;
}

/** Bounds the decoder's memory before it allocates any. */
function assertDecodable(chunks: readonly Chunk[], maxPixels: number): void {
  const header = chunks[0];
  if (header?.type !== 'IHDR' || header.data.length !== 13) throw new PdfRefusal('image_damaged');
  const view = new DataView(header.data.buffer, header.data.byteOffset, 13);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  if (width * height > maxPixels) throw new PdfRefusal('image_too_large', { width, height });
  const bitsPerPixel = view.getUint8(8) * (CHANNELS[view.getUint8(9)] ?? 0);
  if (width * height * bitsPerPixel === 0) throw new PdfRefusal('image_damaged');
  const rows = 2 * height + 16; // interlacing adds short rows, each with a filter byte
  assertInflates(chunks, Math.ceil((width * height * bitsPerPixel) / 8) + rows * 2);
}

function assertInflates(chunks: readonly Chunk[], maxOutputLength: number): void {
  const data = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  try {
    inflateSync(data, { maxOutputLength });
  } catch {
    throw new PdfRefusal('image_damaged');
  }
}

async function decoded(bytes: Uint8Array) {
  try {
    return (await PngEmbedder.for(bytes)) as unknown as { image: DecodedPng };
  } catch {
    throw new PdfRefusal('image_damaged');
  }
}

/** The fields used of pdf-lib's decoded PNG, which it declares private. */
interface DecodedPng {
  readonly width: number;
  readonly height: number;
  readonly rgbChannel: Uint8Array;
  readonly alphaChannel?: Uint8Array;
}

function stored({ image }: { image: DecodedPng }): PreparedImage {
  const { width, height, rgbChannel, alphaChannel } = image;
  return {
    width,
    height,
    colorSpace: 'DeviceRGB',
    filter: 'FlateDecode',
    samples: deflateSync(rgbChannel).toString('base64'),
    ...(alphaChannel && { alpha: deflateSync(alphaChannel).toString('base64') }),
  };
}

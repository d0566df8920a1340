import { PdfRefusal } from '../refusal.ts';
import type { PreparedImage } from './prepared-image.ts';

/** SOF markers that DCTDecode supports: baseline, extended sequential, progressive. */
const READABLE_FRAMES = new Set([0xc0, 0xc1, 0xc2]);
const FRAMES = [0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const EXIF = 0xe1;
const ADOBE = 0xee;
const COMMENT = 0xfe;
const COLOR_SPACES = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' } as const;

interface Segment {
  readonly marker: number;
  readonly data: Uint8Array;
  readonly whole: Uint8Array;
}

export function prepareJpeg(bytes: Uint8Array, maxPixels: number): PreparedImage {
  const { segments, scan } = split(bytes);
  const frame = frameOf(segments);
  if (frame.width * frame.height > maxPixels) throw new PdfRefusal('image_too_large', frame.size);
  const orientation = orientationOf(segments);
  const kept = segments.filter(({ marker }) => !isMetadata(marker)).map(({ whole }) => whole);
  const turned = orientation >= 5;
  return {
    width: turned ? frame.height : frame.width,
    height: turned ? frame.width : frame.height,
    colorSpace: frame.colorSpace,
    filter: 'DCTDecode',
    samples: Buffer.concat([bytes.subarray(0, 2), ...kept, scan]).toString('base64'),
    ...(orientation > 1 && { orientation }),
  };
}

/** APP segments except Adobe's (colour transform) and JFIF's, and comments: they may contain a location. */
const isMetadata = (marker: number) =>
  (marker >= EXIF && marker <= 0xef && marker !== ADOBE) || marker === COMMENT;

function split(bytes: Uint8Array): { segments: readonly Segment[]; scan: Uint8Array } {
  const segments: Segment[] = [];
  for (let at = 2; ; ) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
    const [prefix, marker, high, low] = bytes.subarray(at, at + 4);
    if (prefix !== 0xff || low === undefined) throw new PdfRefusal('image_damaged');
    const end = at + 2 + (high as number) * 256 + low;
    if (marker === START_OF_SCAN) return { segments, scan: scanFrom(bytes, at) };
    if (end > bytes.length || end < at + 4) throw new PdfRefusal('image_damaged');
    const data = bytes.subarray(at + 4, end);
    segments.push({ marker: marker as number, data, whole: bytes.subarray(at, end) });
    at = end;
  }
}

function scanFrom(bytes: Uint8Array, start: number): Uint8Array {
  const rest = Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.length - start);
  const end = rest.lastIndexOf(Uint8Array.of(0xff, END_OF_IMAGE));
  if (end < 0) throw new PdfRefusal('image_damaged');
  return rest.subarray(0, end + 2);
}

function frameOf(segments: readonly Segment[]) {
  const frame = segments.find(({ marker }) => FRAMES.includes(marker));
  const [precision, h1, h0, w1, w0, components] = frame?.data ?? [];
  if (!frame || components === undefined) throw new PdfRefusal('image_damaged');
  const colorSpace = COLOR_SPACES[components as 1 | 3 | 4];
  if (!READABLE_FRAMES.has(frame.marker) || precision !== 8 || !colorSpace) {
    throw new PdfRefusal('image_type');
  }
  const width = (w1 as number) * 256 + (w0 as number);
  const height = (h1 as number) * 256 + (h0 as number);
  if (width * height === 0) throw new PdfRefusal('image_damaged');
  return { width, height, colorSpace, size: { width, height } };
}

/** EXIF 2.3 tag 0x0112: 1 upright, 2 to 8 mirrored or rotated; invalid values count as 1. */
function orientationOf(segments: readonly Segment[]): number {
  const exif = segments.find(
    ({ marker, data }) => marker === EXIF && Buffer.from(data.subarray(0, 4)).toString() === 'Exif',
  );
  if (!exif || exif.data.length < 16) return 1;
  const tiff = new DataView(exif.data.buffer, exif.data.byteOffset + 6, exif.data.length - 6);
  const value = shortTag(tiff, 0x0112);
  return value >= 1 && value <= 8 ? value : 1;
}

function shortTag(tiff: DataView, tag: number): number {
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return 0;
  const count = tiff.getUint16(directory, little);
  for (let entry = directory + 2; entry < directory + 2 + count * 12; entry += 12) {
    if (entry + 12 > tiff.byteLength) return 0;
    if (tiff.getUint16(entry, little) === tag) return tiff.getUint16(entry + 8, little);
  }
  return 0;
}

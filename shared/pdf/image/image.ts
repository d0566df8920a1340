import { PdfRefusal } from '../refusal.ts';
import { prepareJpeg } from './jpeg.ts';
import { preparePng } from './png.ts';
import type { PreparedImage } from './prepared-image.ts';

export interface ImageLimits {
  readonly maxBytes: number;
  readonly maxPixels: number;
}

/**
 * Decodes a PNG or JPEG, identified by content. Metadata (location, camera, text) is dropped. Throws
 * `image_type`, `image_too_large` or `image_damaged`.
 */
export async function prepareImage(bytes: Uint8Array, limits: ImageLimits): Promise<PreparedImage> {
  if (bytes.length > limits.maxBytes) {
    throw new PdfRefusal('image_too_large', { bytes: bytes.length, maxBytes: limits.maxBytes });
  }
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) {
    return preparePng(bytes, limits.maxPixels);
  }
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return prepareJpeg(bytes, limits.maxPixels);
  throw new PdfRefusal('image_type');
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]) =>
  magic.every((byte, index) => bytes[index] === byte);

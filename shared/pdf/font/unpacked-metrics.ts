import { inflateSync } from 'node:zlib';
import type { FontWeight } from '../draw/drawing.ts';
import { notoSansBold } from './noto-sans-bold.ts';
import { notoSansRegular } from './noto-sans-regular.ts';
import type { FontMetrics, PackedMetrics } from './font-metrics.ts';

function unpackedWidths(packed: string): number[] {
  const bytes = inflateSync(Buffer.from(packed, 'base64'));
  return Array.from({ length: bytes.length / 2 }, (_, index) => bytes.readUInt16LE(2 * index));
}

/** Unpacks the widths when they are first read. */
function unpacked({ widths, ...metrics }: PackedMetrics): FontMetrics {
  let known: number[] | undefined;
  return {
    ...metrics,
    get widths() {
      known ??= unpackedWidths(widths);
      return known;
    },
  };
}

/** In the web pages, vite.config.ts replaces this module by its evaluated exports. */
export const METRICS: Record<FontWeight, FontMetrics> = {
  regular: unpacked(notoSansRegular),
  bold: unpacked(notoSansBold),
};

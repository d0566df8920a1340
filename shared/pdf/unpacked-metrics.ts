import { inflateSync } from 'node:zlib';
import type { FontWeight } from './drawing.ts';
import { notoSansBold } from './font/noto-sans-bold.ts';
import { notoSansRegular } from './font/noto-sans-regular.ts';
import type { FontMetrics, PackedMetrics } from './font-metrics.ts';

function unpacked({ widths, ...metrics }: PackedMetrics): FontMetrics {
  const bytes = inflateSync(Buffer.from(widths, 'base64'));
  const width = (_: unknown, index: number) => bytes.readUInt16LE(2 * index);
  return { ...metrics, widths: Array.from({ length: bytes.length / 2 }, width) };
}

/** For the pages vite.config.ts replaces this module by what it exports. */
export const METRICS: Record<FontWeight, FontMetrics> = {
  regular: unpacked(notoSansRegular),
  bold: unpacked(notoSansBold),
};

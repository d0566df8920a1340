import type { DrawingItem, Rgb } from '../draw/drawing.ts';
import { line, type TextStyle } from '../draw/typeset.ts';
import type { CertificateTexts } from './texts/texts.ts';

/** ISO 216 A4, points. */
export const A4 = { width: 595.28, height: 841.89 } as const;

export const LEFT = 54;
export const RIGHT = A4.width - LEFT;

const INK: Rgb = [0.1, 0.12, 0.16];
const GREY: Rgb = [0.4, 0.44, 0.5];
export const ACCENT: Rgb = [0.09, 0.25, 0.4];
const HAIRLINE: Rgb = [0.8, 0.83, 0.87];
export const PANEL: Rgb = [0.953, 0.961, 0.973];
export const PAPER: Rgb = [1, 1, 1];

export const STYLES = {
  company: { size: 10.5, weight: 'bold', color: ACCENT },
  title: { size: 23, weight: 'bold', color: INK },
  subtitle: { size: 9.5, color: GREY },
  heading: { size: 7.5, weight: 'bold', color: ACCENT },
  documentTitle: { size: 12.5, weight: 'bold', color: INK },
  label: { size: 7, color: GREY },
  code: { size: 11, weight: 'bold', color: INK },
  value: { size: 8.5, color: INK },
  name: { size: 11, weight: 'bold', color: INK },
  role: { size: 8, weight: 'bold', color: ACCENT },
  detail: { size: 8, color: INK },
  quiet: { size: 8, color: GREY },
  moment: { size: 8, weight: 'bold', color: INK },
  hash: { size: 7.2, color: INK },
  instruction: { size: 8.5, color: INK },
  legal: { size: 7.2, color: GREY },
} as const satisfies Record<string, TextStyle>;

export const hairline = (y: number): DrawingItem => ({
  kind: 'line',
  from: [LEFT, y],
  to: [RIGHT, y],
  color: HAIRLINE,
  lineWidth: 0.6,
});

export const heading = (
  text: string,
  { locale }: CertificateTexts,
  { x, y }: { x: number; y: number },
): DrawingItem => line(text.toLocaleUpperCase(locale), x, y, STYLES.heading);

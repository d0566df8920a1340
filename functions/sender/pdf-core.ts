import { assertPrintable } from '../../shared/pdf/fields/printable-values.ts';
import { assertFillable } from '../../shared/pdf/fields/unfillable.ts';
import { assertCovered } from '../../shared/pdf/font/font.ts';
import type { PdfCore } from './ports.ts';

export const pdfCore: PdfCore = { assertCovered, assertFillable, assertPrintable };

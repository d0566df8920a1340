import { assertPrintable } from '../../shared/pdf/fields/printable-values.ts';
import { handsFor } from '../../shared/pdf/hands/hands-for.ts';
import { typedSignature } from '../../shared/pdf/hands/typed-signature.ts';
import type { PdfCore } from './ports.ts';

/** Picture decoding is imported on first use, which shortens cold starts. */
export const pdfCore: PdfCore = {
  assertPrintable,
  handsFor,
  typedSignature,
  prepareImage: async (...of) =>
    (await import('../../shared/pdf/image/image.ts')).prepareImage(...of),
  showsInk: async (image) => (await import('../../shared/pdf/image/ink.ts')).showsInk(image),
};

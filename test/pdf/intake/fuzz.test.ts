import fc from 'fast-check';
import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import {
  checkDocument,
  type PreparedDocument,
  prepareDocument,
} from '../../../shared/pdf/intake/intake.ts';
import { PdfRefusal } from '../../../shared/pdf/refusal.ts';
import { damagedDocuments } from '../fuzz/mutations.ts';
import { CLIENT_SIGNATURE, layoutWith } from '../layout.ts';

const RUNS = { seed: 20_261_124, numRuns: 400 };
const KNOWN =
  /^(pdf_(damaged|unsafe|signed|xfa|embedded_files|encrypted|too_large|form_text)|text_not_covered|value_too_long)$/;

/** Undefined if intake refuses it with a known code, which is a valid outcome. */
async function taken(
  bytes: Uint8Array,
): Promise<(PreparedDocument & { pages: number }) | undefined> {
  try {
    const { pages } = await checkDocument(bytes);
    const place = { x: 0, y: 0, width: 4, height: 4 };
    const fields = [{ ...CLIENT_SIGNATURE, ...place }];
    const layout = layoutWith([], { parties: [{ id: 'client' }], fields });
    return { ...(await prepareDocument(bytes, layout)), pages: pages.length };
  } catch (error) {
    if (!(error instanceof PdfRefusal)) throw error;
    expect(error.code).toMatch(KNOWN);
    expect(error.code).not.toBe('pdf_unforeseen');
    return undefined;
  }
}

test('whatever is done to a document, it is refused for a known reason or comes out sound', async () => {
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(damagedDocuments, async ({ bytes }) => {
      const prepared = await taken(bytes);
      if (!prepared) return;
      accepted += 1;
      const read = await PDFDocument.load(prepared.bytes, { throwOnInvalidObject: true });
      expect(read.getPageCount()).toBe(prepared.pages + 1);
    }),
    RUNS,
  );
  expect(accepted).toBeGreaterThan(RUNS.numRuns / 4);
});

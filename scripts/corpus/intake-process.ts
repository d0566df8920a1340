/**
 * Runs intake on one file in its own process: `intake-process.ts FILE OUT`. Writes the prepared document to OUT
 * and prints an `Intake` as JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { checkDocument, type LaidField, prepareDocument } from '../../shared/pdf/intake/intake.ts';
import { PdfRefusal } from '../../shared/pdf/refusal.ts';
import type { Intake } from './intake-result.ts';

const SIGNER = 'signer';

/** A small field at the foot of the first page, which the id strip covers as well. */
function signatureOn({ width, height }: { width: number; height: number }): LaidField {
  const size = { width: Math.min(24, width), height: Math.min(12, height) };
  return {
    id: 'signature',
    party: SIGNER,
    kind: 'signature',
    page: 0,
    x: 0,
    y: height - size.height,
    ...size,
  };
}

async function intake(bytes: Uint8Array, out: string): Promise<Intake> {
  const began = performance.now();
  const { pages, removed } = await checkDocument(bytes);
  const prepared = await prepareDocument(bytes, {
    envelopeId: '0'.repeat(26),
    title: 'Corpus',
    language: 'en',
    parties: [{ id: SIGNER }],
    fields: [signatureOn(pages[0]!)],
    certificatePages: 1,
  });
  const ms = Math.round(performance.now() - began);
  writeFileSync(out, prepared.bytes);
  return { outcome: 'accept', pages, removed, ms, peakMib: peakMib() };
}

const peakMib = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

const [file = '', out = ''] = process.argv.slice(2);
try {
  console.log(JSON.stringify(await intake(new Uint8Array(readFileSync(file)), out)));
} catch (error) {
  if (!(error instanceof PdfRefusal)) throw error;
  const refused: Intake = { outcome: error.code, peakMib: peakMib() };
  console.log(JSON.stringify(refused));
}

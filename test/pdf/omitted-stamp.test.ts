import { readFileSync } from 'node:fs';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { expect, it } from 'vitest';
import { type LaidField, prepareDocument } from '../../shared/pdf/intake/intake.ts';
import { appendRevision } from '../../shared/pdf/revision/revision.ts';
import { createCompany } from '../pki/company.ts';
import { layoutWith } from './layout.ts';

const NOW = new Date('2026-11-24T09:00:00Z');
const STAMP: LaidField = {
  id: 'stamp',
  party: 'client',
  kind: 'stamp',
  page: 0,
  x: 60,
  y: 480,
  width: 120,
  height: 60,
};

it('a stamp that was left out has no appearance: nothing is drawn at its place', async () => {
  const company = await createCompany(NOW);
  const contract = readFileSync(new URL('../fixtures/contratto.pdf', import.meta.url));
  const { bytes, plan } = await prepareDocument(contract, layoutWith([STAMP]));
  const { append } = await appendRevision(
    plan,
    { signature: { field: 'clisign', name: 'Ζωή Παπαδοπούλου', certify: true } },
    { timestamp: company.timestamp, now: NOW, identity: await company.person('Ζωή Παπαδοπούλου') },
  );
  const signed = await PDFDocument.load(Buffer.concat([bytes, append]));
  const [widget] = signed.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((object) => nameOf(object) === 'stamp_');
  for (const drawn of ['AP', 'Border', 'BS'])
    expect(widget!.has(PDFName.of(drawn)), drawn).toBe(false);
  expect(String(widget!.lookup(PDFName.of('MK')))).not.toMatch(/BG|BC/);
});

function nameOf(object: PDFDict): string | undefined {
  const name = object.lookup(PDFName.of('T'));
  return name instanceof PDFString || name instanceof PDFHexString ? name.decodeText() : undefined;
}

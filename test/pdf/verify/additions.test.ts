import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyDocument } from '../../../shared/pdf/verify/verify.ts';
import { createCompany, type TestCompany } from '../../pki/company.ts';
import { plainDocument, type SealedDocument, sealDocument } from '../sealed-document.ts';
import { numberAt, viewOf } from './forger.ts';

/** What other programs change when they save a sealed file. */

const NOW = new Date('2026-11-24T10:15:30Z');

let company: TestCompany;
let sealed: SealedDocument;

beforeAll(async () => {
  company = await createCompany(NOW);
  sealed = await sealDocument(company, NOW);
});

async function verify(file: Uint8Array) {
  const report = await verifyDocument(file, { roots: [company.authority.root] });
  return { ...report, codes: report.reasons.map(({ code }) => code) };
}

const bytesOf = (text: string) => Buffer.from(text, 'latin1');

/** An incremental update in a viewer's style instead of ours. */
function savedByViewer(file: Uint8Array, ...objects: readonly [number, string][]) {
  const trailer = viewOf(sealed.file).trailer;
  const written = objects.map(([number, body]) => `${number} 0 obj\r${body}\rendobj\r`);
  let at = file.length;
  const entries = objects.map(([number], index) => {
    const offset = String(at).padStart(10, '0');
    at += written[index]!.length;
    return `${number} 1\r\n${offset} 00000 n\r\n`;
  });
  const [root] = /\/Root \d+ 0 R/.exec(trailer.toString())!;
  const end = `xref\r\n${entries.join('')}trailer\r<<${root}/Size 999/Prev 9>>\rstartxref\r${at}\r%%EOF\n`;
  return Buffer.concat([file, bytesOf(written.join('') + end)]);
}

const page = () => numberAt(sealed.file, 'Pages', 'Kids', '0');
const overlaid = (file: Uint8Array) =>
  savedByViewer(
    file,
    [page(), `<</Type/Page/Parent ${numberAt(sealed.file, 'Pages')} 0 R/Annots[990 0 R]>>`],
    [990, '<</Type/Annot/Subtype/FreeText/Rect[0 0 300 300]/Contents(EUR 1)>>'],
  );

describe('a closed document to which another program has added something', () => {
  test('is altered since it was sealed, and not said to be damaged', async () => {
    const { verdict, codes, reasons } = await verify(overlaid(sealed.file));
    expect({ verdict, codes }).toEqual({ verdict: 'altered', codes: ['appended'] });
    expect(reasons[0]?.sentence).toContain('added at the end of the file after it was sealed');
  });

  test('still tells who had signed it and what the seal claims', async () => {
    const whole = await verify(sealed.file);
    const { signatures, claim, envelopeId } = await verify(overlaid(sealed.file));
    expect(signatures).toEqual(whole.signatures);
    expect({ claim, envelopeId }).toEqual({ claim: whole.claim, envelopeId: whole.envelopeId });
  });

  test('tells an expert what was added, after what was allowed', async () => {
    const file = overlaid(sealed.file);
    const { revisions } = await verify(file);
    const last = revisions.at(-1);
    expect(revisions.slice(0, -1).every(({ allowed }) => allowed)).toBe(true);
    expect(last).toMatchObject({ start: sealed.file.length, end: file.length, allowed: false });
    expect(last?.changes[0]).toMatch(/^page 1: .*\/Annots/);
    expect(last?.changes[1]).toBe('1 new object');
  });

  test('is no other for having been saved twice', async () => {
    const twice = overlaid(overlaid(sealed.file));
    const { codes, revisions } = await verify(twice);
    expect(codes).toEqual(['appended']);
    expect(revisions.at(-1)).toMatchObject({ start: sealed.file.length, end: twice.length });
  });

  test.each(['\n', 'junk', '%%EOF\n', '\0'])('is told from it by %j alone', async (junk) => {
    const { codes, revisions } = await verify(Buffer.concat([sealed.file, bytesOf(junk)]));
    expect(codes).toEqual(['appended']);
    expect(revisions.at(-1)?.changes).toEqual(['nothing that can be read as objects']);
  });

  test('is not said to have been closed when it was not', async () => {
    for (const stage of sealed.stages.slice(1, -1))
      expect((await verify(overlaid(stage))).codes).not.toContain('appended');
  });
});

describe('a copy that was written anew', () => {
  test('of a sealed document is altered, and not said to be of somebody else', async () => {
    const copy = await (await PDFDocument.load(sealed.file)).save({ useObjectStreams: false });
    expect(await verify(copy)).toMatchObject({ verdict: 'altered', codes: ['structure'] });
  });

  test('of a document that only resembles ours is not ours', async () => {
    const document = await PDFDocument.load(await plainDocument());
    document.setTitle('sealing of timestamps');
    document.setSubject('timestamps');
    const file = await document.save({ useObjectStreams: false });
    expect(await verify(file)).toMatchObject({ verdict: 'unknown', codes: ['not_ours'] });
  });
});

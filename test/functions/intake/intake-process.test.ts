import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type ParserLimits, processParser } from '../../../functions/intake/process-parser.ts';
import { checkDocument, prepareDocument } from '../../../shared/pdf/intake/intake.ts';
import { A4_PAGE, stream, writePdf } from '../../fixtures/write-pdf.ts';
import { layoutWith } from '../../pdf/layout.ts';

const ROOMY: ParserLimits = { seconds: 60, heapMib: 384, residentMib: 512 };

function withObjectStream(count: number, heads: string, objects: string): Uint8Array {
  const entries = `/Type /ObjStm /N ${count} /First ${heads.length} /Filter /FlateDecode`;
  return writePdf({ objects: { 100: stream(entries, deflateSync(heads + objects)) } });
}

/** Some kilobytes: an object stream whose objects are all the same long array. */
function endless(): Uint8Array {
  const count = 100_000;
  const heads = Array.from({ length: count }, (_, index) => `${1_000 + index} 0 `).join('');
  return withObjectStream(count, heads, `[${'0 '.repeat(1_000_000)}]`);
}

/** Some kilobytes: nested arrays that need gigabytes of memory. */
const insatiable = (): Uint8Array => withObjectStream(1, '1000 0 ', `[${'[]'.repeat(30_000_000)}]`);

/** Six megabytes of small objects, all reachable from the page. */
function populous(): Uint8Array {
  const refs = Array.from({ length: 12_000 }, (_, index) => 100 + index);
  const object = `<< /Widths [${Array.from({ length: 120 }, (_, at) => 400 + at).join(' ')}] >>`;
  return writePdf({
    pages: [`${A4_PAGE} /Objects [${refs.map((ref) => `${ref} 0 R`).join(' ')}]`],
    objects: Object.fromEntries(refs.map((ref) => [ref, object])),
  });
}

/** Nearly the maximum size of a document. */
const bulky = (): Uint8Array =>
  writePdf({
    pages: [`${A4_PAGE} /Resources << /XObject << /Im 100 0 R >> >>`],
    objects: { 100: stream('/Type /XObject /Subtype /Image', 'x'.repeat(45 << 20)) },
  });

describe('a document is parsed in a process that can be killed', () => {
  test('checked as in the function itself', async () => {
    const bytes = writePdf();
    const checked = await processParser(ROOMY).checkDocument(bytes);
    expect(checked).toEqual(await checkDocument(bytes));
    expect(bytes.length).toBe(checked.length);
  });

  test('prepared as in the function itself', async () => {
    const layout = layoutWith();
    const { bytes, plan } = await processParser(ROOMY).prepareDocument(writePdf(), layout);
    const expected = await prepareDocument(writePdf(), layout);
    expect(Buffer.compare(bytes, expected.bytes)).toBe(0);
    expect(plan).toEqual(expected.plan);
  });

  test('a refusal arrives with its code and detail', async () => {
    const checked = processParser(ROOMY).checkDocument(Buffer.from('PK'));
    await expect(checked).rejects.toMatchObject({
      name: 'PdfRefusal',
      code: 'pdf_damaged',
      detail: { reason: 'no PDF header' },
    });
  });

  test('a fault of our own arrives with where it arose, and with nothing that the document says', async () => {
    const broken = { ...layoutWith(), parties: undefined } as never;
    const fault = await processParser(ROOMY)
      .prepareDocument(writePdf(), broken)
      .catch((error) => error);
    expect(fault).toMatchObject({ code: 'pdf_unforeseen', detail: { error: 'TypeError' } });
    expect(fault.cause.name).toBe('TypeError');
    expect(fault.cause.stack).toMatch(/^\s+at .*shared\/pdf\/intake/);
    expect(fault.cause.message).toBe('pdf_unforeseen');
  });

  test('one that never ends is refused when its time is up', async () => {
    const parser = processParser({ ...ROOMY, seconds: 2 });
    await expect(parser.checkDocument(endless())).rejects.toMatchObject({
      name: 'PdfRefusal',
      code: 'pdf_unsafe',
      detail: { seconds: 2 },
    });
  });

  test('one that eats the memory is refused, and the function goes on', async () => {
    const parser = processParser({ ...ROOMY, heapMib: 64 });
    await expect(parser.checkDocument(insatiable())).rejects.toMatchObject({
      name: 'PdfRefusal',
      code: 'pdf_unsafe',
      detail: { heapMib: 64 },
    });
    await expect(parser.checkDocument(writePdf())).resolves.toMatchObject({ removed: [] });
  });

  test('one of very many objects leaves no more garbage about than the memory has room for', async () => {
    const parser = processParser({ ...ROOMY, residentMib: 345 });
    const { plan } = await parser.prepareDocument(populous(), layoutWith());
    expect(plan.size).toBeGreaterThan(12_000);
  });

  test('the largest is accepted, and prepared', async () => {
    const parser = processParser();
    await expect(parser.checkDocument(bulky())).resolves.toMatchObject({ removed: [] });
    expect((await parser.prepareDocument(bulky(), layoutWith())).bytes.length).toBeGreaterThan(
      45 << 20,
    );
  });

  test.each([220, 260, 300, 380])(
    'with %i MiB, what is accepted is not too large to be prepared',
    async (residentMib) => {
      const parser = processParser({ ...ROOMY, residentMib });
      const outcome = (work: Promise<unknown>) =>
        work.then(
          () => 'taken',
          ({ code }) => code,
        );
      const checked = await outcome(parser.checkDocument(bulky()));
      expect(['taken', 'pdf_unsafe']).toContain(checked);
      if (checked === 'taken')
        expect(await outcome(parser.prepareDocument(bulky(), layoutWith()))).toBe('taken');
    },
  );

  test('one that takes memory beside the heap is refused too', async () => {
    const parser = processParser({ ...ROOMY, heapMib: 4_096, residentMib: 300 });
    await expect(parser.checkDocument(insatiable())).rejects.toMatchObject({
      name: 'PdfRefusal',
      code: 'pdf_unsafe',
      detail: { residentMib: 300 },
    });
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeCheck } from '../../../functions/intake/check.ts';
import type { DocumentParser } from '../../../functions/intake/ports.ts';
import { makePrepare } from '../../../functions/intake/prepare.ts';
import {
  StoredSuggestions,
  suggestionsKey,
} from '../../../shared/contract/sender/stored-suggestions.ts';
import {
  MAX_DOCUMENT_BYTES,
  ticketKey,
  uploadKey,
} from '../../../shared/contract/sender/upload-ticket.ts';
import { storedJson } from '../../../shared/contract/stored.ts';
import { reportedRefusal } from '../../../shared/domain/document-refusal.ts';
import type { Signing } from '../../../shared/domain/envelope/envelope.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import { create, discard, fill, place, send } from '../../../shared/domain/transitions/drafting.ts';
import { stop } from '../../../shared/domain/transitions/sender-acts.ts';
import * as parser from '../../../shared/pdf/intake/intake.ts';
import { PdfRefusal } from '../../../shared/pdf/refusal.ts';
import { openPlan, planKeyOf } from '../../../shared/pdf/revision/guarded-plan.ts';
import {
  decide,
  ENVELOPE_ID,
  fieldsFor,
  onePagePdf,
  PARTIES,
  prepare,
  type SealingPorts,
  sealingPorts,
  sentEnvelope,
} from '../../fixtures/sealing.ts';
import { readPages } from '../../pdf/read-pdf.ts';

const UPLOAD = 'AAAAAAAAAAAAAAAAAAAAAA';
const KEY = uploadKey(ENVELOPE_ID, UPLOAD);
const SENDER = { kind: 'sender', subject: 'employee' } as const;
const OWNER = { subject: 'employee', email: 'anna@acme.example', name: 'Anna Verdi' };

async function draft(): Promise<SealingPorts> {
  const ports = sealingPorts();
  const schedule = { deadlineDays: 14, reminderDays: [3, 7] };
  const facts = { title: 'Fornitura', language: 'it' as const, parties: PARTIES, schedule };
  const by = { actor: SENDER, now: ports.clock.now() };
  await ports.ledger.begin(ENVELOPE_ID, by, create(facts, OWNER, 14, by.now));
  return ports;
}

async function upload(
  ports: SealingPorts,
  bytes: Uint8Array,
  id = UPLOAD,
  requestedAt = ports.clock.now().toISOString(),
  by: DocumentParser = parser,
): Promise<void> {
  const fileName = 'contratto di prova.pdf';
  const ticket = Buffer.from(JSON.stringify({ fileName, requestedAt }));
  await ports.documents.put(ticketKey(ENVELOPE_ID, id), ticket, { contentType: 'x' });
  const key = uploadKey(ENVELOPE_ID, id);
  await ports.documents.put(key, bytes, { contentType: 'application/pdf' });
  await makeCheck({ ...ports, parser: by })(key);
}

const load = (ports: SealingPorts) => ports.ledger.load(ENVELOPE_ID);

describe('check', () => {
  it('accepts a sound PDF under the name that the sender gave it', async () => {
    const ports = await draft();
    const bytes = await onePagePdf();
    await upload(ports, bytes);
    const { document } = await load(ports);
    expect(document).toMatchObject({
      upload: UPLOAD,
      name: 'contratto di prova.pdf',
      sha256: sha256(bytes),
      length: bytes.length,
      pages: [{ width: 595, height: 842 }],
    });
  });

  it('keeps what the document asks for beside it, and not in the ledger', async () => {
    const ports = await draft();
    const bytes = readFileSync('test/fixtures/contratto.pdf');
    await upload(ports, bytes);
    const stored = await ports.documents.get(suggestionsKey(ENVELOPE_ID, sha256(bytes)));
    const { suggestions } = storedJson('suggestions', StoredSuggestions, stored!.bytes);
    expect(suggestions.filter(({ kind }) => kind === 'signature')).toHaveLength(2);
    expect((await load(ports)).document).not.toHaveProperty('suggested');
  });

  it('keeps the bytes that it checked, whatever is uploaded over them later', async () => {
    const ports = await draft();
    const bytes = await onePagePdf();
    await upload(ports, bytes);
    await ports.documents.put(KEY, Buffer.from('other'), { contentType: 'application/pdf' });
    const { document } = await load(ports);
    const kept = await ports.documents.get(document!.key);
    expect(sha256(kept!.bytes)).toBe(document!.sha256);
  });

  it('records one result however often the same upload is reported', async () => {
    const ports = await draft();
    await upload(ports, await onePagePdf());
    await makeCheck({ ...ports, parser })(KEY);
    await Promise.all([makeCheck({ ...ports, parser })(KEY), makeCheck({ ...ports, parser })(KEY)]);
    const entries = await ports.ledger.entries(ENVELOPE_ID);
    expect(entries.map(({ type }) => type)).toEqual(['created', 'document.accepted']);
  });

  it('is asked for again while the upload that its sender waits for is not to be seen', async () => {
    const ports = await draft();
    await expect(makeCheck({ ...ports, parser })(KEY)).rejects.toThrow('is not there');
    await upload(ports, await onePagePdf());
    expect((await load(ports)).document).toBeDefined();
  });

  it('keeps nothing of an upload that lands after its draft was deleted', async () => {
    const ports = await draft();
    await decide(ports, SENDER, (envelope) => discard(envelope));
    const bytes = await onePagePdf();
    await upload(ports, bytes);
    const key = `open/${ENVELOPE_ID}/original-${sha256(bytes)}.pdf`;
    expect(await ports.documents.get(key)).toBeUndefined();
    const entries = await ports.ledger.entries(ENVELOPE_ID);
    expect(entries.map(({ type }) => type)).toEqual(['created', 'discarded']);
  });

  it('has nothing to do for an upload that lands after its draft was forgotten', async () => {
    const ports = sealingPorts();
    await expect(upload(ports, await onePagePdf())).resolves.toBeUndefined();
  });

  it('refuses what is no PDF with a code that the sender is shown', async () => {
    const ports = await draft();
    await upload(ports, Buffer.from('PK\u0003\u0004 a Word file'));
    const { document, refusedDocument } = await load(ports);
    expect(document).toBeUndefined();
    expect(refusedDocument).toMatchObject({ upload: UPLOAD, code: 'pdf_damaged' });
  });

  it('tells a fault of our own as ours and not as the document’s, and says where it arose', async () => {
    const fault = new TypeError('undefined is not a function');
    const checkDocument = () =>
      Promise.reject(new PdfRefusal('pdf_unforeseen', { error: 'TypeError' }, fault));
    const told: unknown[] = [];
    const ports = {
      ...(await draft()),
      onUnforeseen: (...heard: readonly unknown[]) => told.push(heard),
    };
    await upload(ports, await onePagePdf(), UPLOAD, undefined, { ...parser, checkDocument });
    expect(told).toEqual([[ENVELOPE_ID, fault]]);
    const { refusedDocument } = await load(ports);
    expect(refusedDocument).toMatchObject({
      code: 'pdf_damaged',
      detail: { reason: 'unforeseen' },
    });
    expect(reportedRefusal(refusedDocument!).code).toBe('pdf_unforeseen');
  });

  it('refuses what is too large without reading it', async () => {
    const ports = await draft();
    const documents = Object.create(ports.documents);
    documents.size = async () => MAX_DOCUMENT_BYTES + 1;
    await makeCheck({ ...ports, documents, parser })(KEY);
    expect((await load(ports)).refusedDocument).toMatchObject({ code: 'pdf_too_large' });
  });

  it('takes a second upload in place of the first', async () => {
    const ports = await draft();
    await upload(ports, Buffer.from('no PDF'));
    await upload(ports, await onePagePdf(), 'B'.repeat(22));
    const { document, refusedDocument } = await load(ports);
    expect(document?.upload).toBe('B'.repeat(22));
    expect(refusedDocument).toBeUndefined();
  });

  it('keeps the upload that was asked for last, though an earlier one takes longer to check', async () => {
    const ports = await draft();
    const [earlier, later] = ['2026-03-02T09:00:00.000Z', '2026-03-02T09:00:01.000Z'];
    await upload(ports, await onePagePdf(), 'B'.repeat(22), later);
    await upload(ports, await onePagePdf(), 'A'.repeat(22), earlier);
    await upload(ports, Buffer.from('no PDF'), 'C'.repeat(22), earlier);
    const { document, refusedDocument } = await load(ports);
    expect(document?.upload).toBe('B'.repeat(22));
    expect(refusedDocument).toBeUndefined();
  });

  it('lets an upload that comes after sending change nothing', async () => {
    const ports = sealingPorts();
    const { seq } = await sentEnvelope(ports);
    await upload(ports, await onePagePdf());
    expect((await load(ports)).seq).toBe(seq);
  });

  it('ignores keys that are no document', async () => {
    const ports = await draft();
    await makeCheck({ ...ports, parser })(`open/${ENVELOPE_ID}/marks/c1/x`);
    expect((await load(ports)).seq).toBe(0);
  });
});

describe('prepare', () => {
  it('freezes revision 0 with an authentic plan beside it, and starts the turns', async () => {
    const ports = sealingPorts();
    const { deadline } = (await sentEnvelope(ports)) as Signing;
    expect(await prepare(ports)).toEqual({
      running: true,
      deadline,
      reminderDays: [3, 7],
      turns: [['director'], ['client']],
      invited: {},
    });
    const { status, revisions } = (await load(ports)) as Signing;
    const { key, sha256: hash, length } = revisions[0]!;
    expect(status).toBe('signing');
    const file = await ports.documents.get(key);
    expect([sha256(file!.bytes), file!.bytes.length]).toEqual([hash, length]);
    const stored = (await ports.documents.get(planKeyOf(key)))!.bytes;
    const { object } = await openPlan(stored, revisions[0]!, (m, mac) =>
      ports.planKey.verify(m, mac),
    );
    expect(object.etag).toBe(file!.etag);
  });

  it('prints on the certificate’s page, as text that every viewer selects, what is known', async () => {
    const ports = sealingPorts();
    await sentEnvelope(ports);
    await prepare(ports);
    const { revisions, document } = (await load(ports)) as Signing;
    const { bytes } = (await ports.documents.get(revisions[0]!.key))!;
    const [, certificate] = await readPages(bytes);
    for (const text of ['Acme S.r.l.', 'Fornitura 2026', 'Юлия Петрова', 'Zoë Müller'])
      expect(certificate!.text).toContain(text);
    expect(certificate!.text).toContain('ABCDE-01234-FGHJK-56789-MNPQR-S');
    expect(certificate!.text).toContain(document.sha256);
    expect(certificate!.text).toContain('https://verify.acme.example');
    for (const contact of ['julia', '3331234567']) expect(certificate!.text).not.toContain(contact);
  });

  it('freezes once when it is run again or by two at the same time', async () => {
    const ports = sealingPorts();
    await sentEnvelope(ports);
    const results = await Promise.all([prepare(ports), prepare(ports)]);
    expect(await prepare(ports)).toEqual(results[0]);
    expect(results[1]).toEqual(results[0]);
    const entries = await ports.ledger.entries(ENVELOPE_ID);
    expect(entries.filter(({ type }) => type === 'prepared')).toHaveLength(1);
  });

  it('mends a step that died between the revision and its plan', async () => {
    const ports = sealingPorts();
    await sentEnvelope(ports);
    const documents = Object.create(ports.documents);
    documents.put = async (key: string, ...rest: [Uint8Array, { contentType: string }]) => {
      if (key.endsWith('.plan.json')) throw new Error('killed');
      return ports.documents.put(key, ...rest);
    };
    await expect(prepare({ ...ports, documents })).rejects.toThrow('killed');
    expect((await prepare(ports)).running).toBe(true);
  });

  it('draws the company’s own values, and refuses them if they were exchanged in storage', async () => {
    const ports = await draft();
    await upload(ports, await onePagePdf());
    const own = { ...fieldsFor(PARTIES)[2]!, id: 'own', party: null, y: 400 };
    const fields = [...fieldsFor(PARTIES), own];
    await decide(ports, SENDER, (it, now) => place(it, fields, now));
    const values = Buffer.from(JSON.stringify({ own: 'Δοκιμή € 1.000' }));
    const key = `open/${ENVELOPE_ID}/values.json`;
    const stored = { key, sha256: sha256(values), fields: ['own'] };
    await ports.documents.put(key, values, { contentType: 'application/json' });
    await decide(ports, SENDER, (it, now) => fill(it, stored, now));
    await decide(ports, SENDER, (it, now) => send(it, { own: 'Δοκιμή € 1.000' }, now));
    await ports.documents.put(key, Buffer.from('{}'), { contentType: 'application/json' });
    await expect(prepare(ports)).rejects.toThrow('was changed');
    await ports.documents.put(key, values, { contentType: 'application/json' });
    expect((await prepare(ports)).running).toBe(true);
  });

  it('ends the envelope as failed when a name cannot be written', async () => {
    const ports = sealingPorts();
    const [director, client] = PARTIES;
    await sentEnvelope(ports, [director!, { ...client!, name: '山田太郎' }]);
    expect((await prepare(ports)).running).toBe(false);
    expect(await load(ports)).toMatchObject({ status: 'failed', reason: 'text_not_covered' });
  });

  it('ends the envelope as failed by a fault of our own, which whoever mends it hears of', async () => {
    const fault = new RangeError('of our own');
    const prepareDocument = () =>
      Promise.reject(new PdfRefusal('pdf_unforeseen', { error: 'RangeError' }, fault));
    const ports = sealingPorts();
    await sentEnvelope(ports);
    const told: unknown[] = [];
    await makePrepare({
      ...ports,
      parser: { ...parser, prepareDocument },
      onUnforeseen: (...heard) => told.push(heard),
    })({ operation: 'prepare', envelopeId: ENVELOPE_ID });
    expect(told).toEqual([[ENVELOPE_ID, fault]]);
    expect(await load(ports)).toMatchObject({ status: 'failed', reason: 'pdf_unforeseen' });
  });

  it('does not run on when the sender voided the envelope meanwhile', async () => {
    const ports = sealingPorts();
    await sentEnvelope(ports);
    await decide(ports, SENDER, (it) => stop(it, 'error'));
    expect((await prepare(ports)).running).toBe(false);
  });
});

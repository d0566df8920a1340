import { beforeEach, expect, it, test } from 'vitest';
import { makeAudit } from '../../../functions/sender/audit/audit.ts';
import { pdfPrinter } from '../../../functions/sender/audit/pdf-core.ts';
import { makePresignedDownload } from '../../../functions/sender/files/presigned-download.ts';
import { LANGUAGES } from '../../../shared/domain/envelope/party.ts';
import type { Entry } from '../../../shared/domain/ledger/ledger.ts';
import { auditDocument } from '../../../shared/pdf/audit/audit-document.ts';
import type { AuditFacts } from '../../../shared/pdf/audit/audit-facts.ts';
import { type MemoryPorts, memoryPorts } from '../../fixtures/memory-ports.ts';
import { EMPLOYEE } from '../../fixtures/sender-desk.ts';
import { readPages } from '../../pdf/read-pdf.ts';
import { recordings } from '../../released/recording.ts';

let ports: MemoryPorts;
let entries: readonly Entry[];

/** A completed ledger of a released version. */
beforeEach(() => {
  ports = memoryPorts();
  const ledgers = recordings().flatMap((recording) => [...recording.ledgers.values()]);
  entries = ledgers.find((ledger) => ledger.entries.some(({ type }) => type === 'completed'))!
    .entries as Entry[];
  ports.ledger.restore(entries);
});

const desk = () =>
  makeAudit({ ...ports, pdf: pdfPrinter }, makePresignedDownload(ports), {
    COMPANY_NAME: 'Rossi S.p.A.',
    TIME_ZONE: 'Europe/Rome',
  });

async function audited(language: (typeof LANGUAGES)[number], caller = {}) {
  const { subject } = entries[0]!.actor as { subject: string };
  const request = {
    ...{ body: undefined, query: undefined, language },
    path: { id: entries[0]!.envelopeId },
    caller: { ...EMPLOYEE, subject, ...caller },
  };
  const answer = await desk()(request as never);
  const key = `exports/${entries[0]!.envelopeId}/audit-${entries.at(-1)!.seq}-${language}.pdf`;
  return { answer, bytes: (await ports.documents.get(key))!.bytes };
}

const textOf = async (bytes: Uint8Array): Promise<string> =>
  (await readPages(bytes))
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');

it.each(LANGUAGES)('shows every entry with its hash, contacts masked, in %s', async (language) => {
  const { answer, bytes } = await audited(language);
  expect(answer).toMatchObject({ fileName: `audit-${entries[0]!.envelopeId}.pdf` });
  const text = await textOf(bytes);
  for (const { hash } of entries) expect(text).toContain(hash);
  for (const { name, channel } of (entries[0] as Entry<'created'>).data.parties) {
    expect(text).toContain(name);
    expect(text).not.toContain(channel.kind === 'sms' ? channel.number : channel.address);
  }
});

it('another sender’s envelope is not found', async () => {
  await expect(audited('it', { subject: 'somebody-else' })).rejects.toMatchObject({
    code: 'envelope_unknown',
  });
});

const FACTS: AuditFacts = {
  ...{ language: 'en', timeZone: 'Europe/Rome', company: 'Rossi S.p.A.', title: 'Contract' },
  ...{ envelopeId: '0123456789ABCDEFGHJKMNPQRS', sender: 'Anna (anna@rossi.example)' },
  createdAt: '2026-11-24T10:15:30Z',
  parties: [
    { name: 'Bea', role: 'client', channel: { kind: 'email', masked: 'b•••@example.com' } },
  ],
  entries: Array.from({ length: 120 }, (_, seq) => ({
    ...{ seq, at: '2026-11-24T10:15:30Z', sentence: `Sentence ${seq}` },
    hash: String(seq).padStart(64, '0'),
  })),
};

test('a long ledger goes on over numbered pages, each entry once', async () => {
  const pages = await readPages(await auditDocument(FACTS));
  expect(pages.length).toBeGreaterThan(3);
  const text = pages.map((page) => page.text).join(' ');
  for (const { hash } of FACTS.entries.slice(0, -1)) expect(text.split(hash)).toHaveLength(2);
  for (const [index, page] of pages.entries())
    expect(page.text).toContain(`Page ${index + 1} of ${pages.length}`);
});

test('a reason in letters that the font lacks, or of great length, is no hindrance', async () => {
  const reason = `declined: 謝謝 ${'a very long reason '.repeat(300)}`;
  const entries = [{ ...FACTS.entries[0]!, sentence: reason }, ...FACTS.entries.slice(1)];
  const text = await textOf(await auditDocument({ ...FACTS, entries }));
  expect(text).toContain('declined: ??');
  expect(text).toContain('Sentence 119');
});

test('the same ledger gives the same file', async () => {
  expect(await auditDocument(FACTS)).toEqual(await auditDocument(FACTS));
});

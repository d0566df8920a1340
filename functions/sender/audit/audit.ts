import { il } from '../../../shared/contract/dates/italian-day.ts';
import { writtenInstant } from '../../../shared/contract/dates/written-instant.ts';
import { folded } from '../../../shared/domain/envelope/fold.ts';
import { type Language, maskedChannel } from '../../../shared/domain/envelope/party.ts';
import type { Entry } from '../../../shared/domain/ledger/ledger.ts';
import type { AuditFacts } from '../../../shared/pdf/audit/audit-facts.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { ownEntries } from '../access/own-envelope.ts';
import type { PresignedDownload } from '../files/presigned-download.ts';
import { timelineOf } from '../reading/timeline.ts';
import type { SenderRequest } from '../sender-request.ts';

/** Prints the ledger as a PDF file. */
export interface PdfPrinter {
  auditDocument(facts: AuditFacts): Promise<Uint8Array>;
}

interface Settings {
  readonly COMPANY_NAME: string;
  readonly TIME_ZONE: string;
}

/** Download URL of the ledger as a PDF, contacts masked, in the request's language. */
export const makeAudit =
  (
    { ledger, documents, pdf }: Pick<Ports, 'ledger' | 'documents'> & { pdf: PdfPrinter },
    download: PresignedDownload,
    settings: Settings,
  ) =>
  async (request: SenderRequest) => {
    const entries = await ownEntries(ledger, request);
    const { envelopeId, seq } = entries.at(-1)!;
    const key = `exports/${envelopeId}/audit-${seq}-${request.language}.pdf`;
    const file = await pdf.auditDocument(await auditFacts(entries, request.language, settings));
    await documents.put(key, file, { contentType: 'application/pdf' });
    return download(key, { fileName: `audit-${envelopeId}.pdf`, inline: false });
  };

async function auditFacts(
  entries: readonly Entry[],
  language: Language,
  { COMPANY_NAME, TIME_ZONE }: Settings,
): Promise<AuditFacts> {
  const envelope = folded(entries);
  const { owner, document } = envelope;
  const file = 'file' in envelope ? envelope.file : undefined;
  return {
    ...{ language, timeZone: TIME_ZONE, company: COMPANY_NAME },
    ...{ title: envelope.title, envelopeId: envelope.id, createdAt: envelope.createdAt },
    sender: `${owner.name} (${owner.email})`,
    ...('sentAt' in envelope && envelope.sentAt && { sentAt: envelope.sentAt }),
    ...('deadline' in envelope && { deadline: envelope.deadline }),
    ...(document && { originalSha256: document.sha256 }),
    ...(file && { sealedSha256: file.sha256 }),
    parties: envelope.parties.map(({ name, role, channel }) => ({
      ...{ name, role },
      channel: { kind: channel.kind, masked: maskedChannel(channel) },
    })),
    entries: await auditedEntries(entries, envelope, language, TIME_ZONE),
  };
}

async function auditedEntries(
  entries: readonly Entry[],
  people: ReturnType<typeof folded>,
  language: Language,
  timeZone: string,
): Promise<AuditFacts['entries']> {
  const { lineOf } = await import('../../../shared/contract/timeline/line-of.ts');
  const { TIMELINE_PHRASES } = await import('../../../shared/contract/timeline/phrases.ts');
  const lines = TIMELINE_PHRASES[language];
  function deadline(instant: string): string {
    const written = writtenInstant(instant, language, timeZone);
    return language === 'it' ? il(written) : written;
  }
  return timelineOf(entries).map((item, index) => {
    const { address, ...facts } = item.facts;
    return {
      ...{ seq: item.seq, at: item.at, hash: entries[index]!.hash },
      sentence: lineOf({ ...item, facts }, people, { lines, deadline }),
      ...(address !== undefined && { address: String(address) }),
    };
  });
}

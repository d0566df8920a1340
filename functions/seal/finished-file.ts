import type { Revision } from '../../shared/domain/ledger/entries.ts';
import { certificatesIn } from '../../shared/pki/asn1/pem.ts';
import type { Authority } from '../../shared/pki/authority/authority.ts';
import { rootsOf } from '../../shared/pki/authority/roots-of.ts';
import type { SealPorts } from './ports.ts';

/** The finished file failed its own verification; it must not be delivered. */
export class NotAuthentic extends Error {
  override readonly name = 'NotAuthentic';
}

/** Reads the finished file from storage and verifies it as the public verifier does. */
export async function assertAuthentic(
  {
    documents,
    clock,
    pdf,
    timestampRoots,
  }: Pick<SealPorts, 'documents' | 'clock' | 'pdf' | 'timestampRoots'>,
  authority: Authority,
  { file, envelopeId }: { file: Revision; envelopeId: string },
): Promise<void> {
  const stored = await documents.get(file.key);
  if (!stored) throw new NotAuthentic(`${file.key} is missing`);
  const { verdict, reasons } = await pdf.verifyDocument(stored.bytes, {
    roots: rootsOf(authority),
    expected: { sha256: file.sha256 },
    envelopeId,
    timestampRoots: certificatesIn(timestampRoots),
    now: clock.now(),
  });
  if (verdict !== 'authentic') {
    throw new NotAuthentic(`${file.key}: ${reasons.map(({ code }) => code).join(', ')}`);
  }
}

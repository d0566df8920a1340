import { ledgerFile } from '../../../shared/domain/ledger/ledger.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { ownEntries } from '../access/own-envelope.ts';
import type { SenderRequest } from '../sender-request.ts';
import type { PresignedDownload } from './presigned-download.ts';

/** Download URL of the ledger as a JSON file, which `npm run ledger -- verify` checks offline. */
export const makeLedger =
  ({ ledger, documents }: Pick<Ports, 'ledger' | 'documents'>, download: PresignedDownload) =>
  async (request: SenderRequest) => {
    const entries = await ownEntries(ledger, request);
    const { envelopeId, seq } = entries.at(-1)!;
    const key = `exports/${envelopeId}/ledger-${seq}.json`;
    await documents.put(key, ledgerFile(entries), { contentType: 'application/json' });
    return download(key, { fileName: `ledger-${envelopeId}.json`, inline: false });
  };

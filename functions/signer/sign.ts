import type * as z from 'zod';
import type { SignedAnswer, SignInput } from '../../shared/contract/signer.ts';
import { submissionOf } from '../../shared/contract/submission.ts';
import { canonicalJson, sha256 } from '../../shared/domain/canonical-json.ts';
import type { Values } from '../../shared/domain/field.ts';
import { maskedChannel } from '../../shared/domain/party.ts';
import { fieldsOf, readyToSign, sign } from '../../shared/domain/signing.ts';
import type { Drawing } from '../../shared/pdf/drawing.ts';
import { assertPrintable } from '../../shared/pdf/printable-values.ts';
import type { Ports } from '../../shared/ports.ts';
import type { Ceremony } from './ceremony.ts';
import { requiredConfirmation } from './confirmation.ts';
import { drawMarks } from './draw-marks.ts';
import type { CeremonyRequest } from './signer-request.ts';

type Input = z.output<typeof SignInput>;
type Needed = Pick<Ports, 'ledger' | 'documents'>;

/**
 * A party signs. Everything that could fail when the signature is appended is refused here, while
 * the party is still there; then what it handed in is stored and its hash goes into the ledger.
 */
export const makeSign =
  (ports: Needed) =>
  async (request: CeremonyRequest<Input>): Promise<z.input<typeof SignedAnswer>> => {
    const { ceremony } = request;
    const { envelope, party } = ceremony;
    const input = request.body;
    requiredConfirmation(ceremony, input.documentSha256);
    const values = readyToSign(envelope, party.id, input.values, input.stamp !== undefined);
    assertPrintable(fieldsOf(envelope, party.id), values, envelope.language);
    const drawings = await drawMarks(ports.documents, envelope, party, input);
    const stored = await store(ports, ceremony, values, drawings);
    return { state: 'signed', signedAt: await record(ports, ceremony, input, stored) };
  };

type Stored = { readonly key: string; readonly sha256: string };

async function store(
  { documents }: Needed,
  { link }: Ceremony,
  values: Values,
  drawings: Readonly<Record<string, Drawing>>,
): Promise<Stored> {
  const text = canonicalJson(submissionOf({ ...values }, drawings));
  const hash = sha256(text);
  const key = `open/${link.envelopeId}/submissions/${link.party}-${hash}.json`;
  await documents.put(key, new TextEncoder().encode(text), { contentType: 'application/json' });
  return { key, sha256: hash };
}

/** Answers when the party signed. */
async function record(
  { ledger }: Needed,
  ceremony: Ceremony,
  { documentSha256, signature, stamp }: Input,
  stored: Stored,
): Promise<string> {
  const { link, party, actor, now } = ceremony;
  const { codeSentAt, at: confirmedAt } = requiredConfirmation(ceremony, documentSha256);
  const submission = {
    party: link.party,
    round: link.round,
    documentSha256,
    confirmation: { channel: maskedChannel(party.channel), codeSentAt, confirmedAt },
    method: signature.method,
    stamp: stamp !== undefined,
    stored,
  };
  await ledger.change(link.envelopeId, (current) => sign(current, submission, actor, now));
  return now.toISOString();
}

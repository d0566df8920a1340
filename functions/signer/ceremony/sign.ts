import type * as z from 'zod';
import type { SignedAnswer, SignInput } from '../../../shared/contract/signer.ts';
import { submissionOf } from '../../../shared/contract/submission.ts';
import { partyOf } from '../../../shared/domain/envelope/envelope.ts';
import { maskedChannel } from '../../../shared/domain/envelope/party.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { Values } from '../../../shared/domain/fields/field.ts';
import { checkedValues } from '../../../shared/domain/fields/field-values.ts';
import { canonicalJson } from '../../../shared/domain/ledger/canonical-json.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import {
  fieldsOf,
  isAskedToStamp,
  readyToSign,
  sign,
} from '../../../shared/domain/transitions/signing.ts';
import type { Drawing } from '../../../shared/pdf/draw/drawing.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { type Confirmed, requiredConfirmation } from '../codes/confirmation.ts';
import { recordRightCode } from '../codes/record-right-code.ts';
import { copyAddress } from '../filling/asked-copy.ts';
import { drawMarks } from '../marks/draw-marks.ts';
import type { PdfCore } from '../ports.ts';
import type { Ceremony, CeremonyRequest } from '../session/ceremony.ts';
import { changeByLink } from '../session/change-by-link.ts';

type Input = z.output<typeof SignInput>;
type Deps = Pick<Ports, 'ledger' | 'documents'> & { readonly pdf: PdfCore };

/**
 * Signs. Refuses everything that could make the later append fail, then stores the submission and records its
 * hash. The same submission by the same session is answered as before (a retry after a lost answer).
 */
export const makeSign =
  (ports: Deps) =>
  async (request: CeremonyRequest<Input>): Promise<z.input<typeof SignedAnswer>> => {
    const { ceremony } = request;
    const { envelope, party } = ceremony;
    const input = request.body;
    const isFirst = party.signature === undefined;
    const confirmed = isFirst
      ? requiredConfirmation(ceremony, 'sign', input.documentSha256)
      : usedConfirmation(ceremony);
    const values = isFirst ? ready(ceremony, input) : valuesAgain(ceremony, input);
    ports.pdf.assertPrintable(fieldsOf(envelope, party.id), values, envelope.language);
    const drawings = await drawMarks(ports, envelope, party, input);
    const content = contentOf(ceremony, values, drawings);
    if (isFirst) {
      await ports.documents.put(content.key, content.bytes, { contentType: 'application/json' });
      await recordRightCode(ports.ledger, ceremony, confirmed);
    }
    return { state: 'signed', signedAt: await record(ports, ceremony, input, content, confirmed) };
  };

/** The confirmation with which this session signed; throws `already_signed` for any other session. */
function usedConfirmation({ party, session: { confirmed } }: Ceremony): Confirmed {
  const { at, confirmation } = party.signature!;
  if (confirmed?.codeSentAt === confirmation.codeSentAt) return confirmed;
  throw new Refusal('already_signed', { at });
}

const ready = ({ envelope, party }: Ceremony, { values, stamp }: Input): Values =>
  readyToSign(envelope, party.id, values, stamp !== undefined);

const valuesAgain = ({ envelope, party }: Ceremony, { values }: Input): Values =>
  checkedValues(envelope.fields, party.id, values, { complete: true });

interface Content {
  readonly key: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

function contentOf(
  { link }: Ceremony,
  values: Values,
  drawings: Readonly<Record<string, Drawing>>,
): Content {
  const text = canonicalJson(submissionOf({ ...values }, drawings));
  const hash = sha256(text);
  const key = `open/${link.envelopeId}/submissions/${link.party}-${hash}.json`;
  return { key, sha256: hash, bytes: new TextEncoder().encode(text) };
}

/** Returns when the party signed. */
async function record(
  { ledger, documents }: Deps,
  ceremony: Ceremony,
  { documentSha256, signature, stamp }: Input,
  { key, sha256 }: Content,
  { codeSentAt, at: confirmedAt }: Confirmed,
): Promise<string> {
  const { link, party, now } = ceremony;
  const submission = {
    party: link.party,
    round: link.round,
    documentSha256,
    confirmation: { channel: maskedChannel(party.channel), codeSentAt, confirmedAt },
    method: signature.method,
    stamp: stamp !== undefined && isAskedToStamp(ceremony.envelope, party.id),
    ...(await copyAddress(documents, ceremony)),
    stored: { key, sha256 },
  };
  const signed = await changeByLink(ledger, ceremony, (current) => sign(current, submission, now));
  return partyOf(signed, party.id).signature!.at;
}

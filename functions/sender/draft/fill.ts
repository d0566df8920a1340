import type * as z from 'zod';
import type { ValuesInput } from '../../../shared/contract/sender/sender-inputs.ts';
import type { Envelope } from '../../../shared/domain/envelope/envelope.ts';
import { Conflict } from '../../../shared/domain/errors.ts';
import type { Values } from '../../../shared/domain/fields/field.ts';
import { canonicalJson } from '../../../shared/domain/ledger/canonical-json.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import { fill, ownValues } from '../../../shared/domain/transitions/drafting.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { ChangeOwn } from '../access/change-own.ts';
import { ownEnvelope } from '../access/own-envelope.ts';
import type { WithPdf } from '../ports.ts';
import type { SenderRequest } from '../sender-request.ts';
import { storeValues } from './own-values.ts';

type Request = SenderRequest<z.output<typeof ValuesInput>>;

/** Replaces the company's values. They are stored in the bucket; the ledger has their hash. */
export const makeFill =
  (ports: Pick<Ports, 'ledger' | 'documents'> & WithPdf, changeOwn: ChangeOwn) =>
  async (request: Request) => {
    const before = await ownEnvelope(ports.ledger, request);
    return changeOwn(request, await filledIn(ports, before, request.body.values));
  };

/** Validates and stores the values; returns the decision that records them. */
export async function filledIn(
  { documents, pdf }: { documents: Pick<Ports['documents'], 'put'> } & WithPdf,
  before: Envelope,
  given: Values,
) {
  const values = ownValues(before, given);
  pdf.assertPrintable(before.fields, values, before.language);
  const stored = await storeValues(documents, before.id, values);
  const data = { ...stored, fields: Object.keys(values) };
  return (envelope: Envelope, now: Date) => {
    const still = sha256(canonicalJson(ownValues(envelope, given)));
    if (still !== stored.sha256) throw new Conflict('the fields changed concurrently');
    return fill(envelope, data, now);
  };
}

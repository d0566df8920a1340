import type * as z from 'zod';
import type { PlaceInput } from '../../../shared/contract/sender/sender-inputs.ts';
import type { Envelope } from '../../../shared/domain/envelope/envelope.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { Field } from '../../../shared/domain/fields/field.ts';
import { assertMayPlace, place } from '../../../shared/domain/transitions/drafting.ts';
import type { ChangeOwn, OwnDecision } from '../access/change-own.ts';
import type { PdfCore, WithPdf } from '../ports.ts';
import type { SenderRequest } from '../sender-request.ts';
import { fieldOf } from './field-of.ts';

type Request = SenderRequest<z.output<typeof PlaceInput>>;

/** Bytes. A ledger entry is a DynamoDB item of at most 400 KB; the rest of it needs less than 100. */
const MAX_BYTES = 300 * 1024;

/** Replaces all fields. Discards the company's values, which belonged to the previous fields. */
export const makePlace =
  ({ pdf }: WithPdf, changeOwn: ChangeOwn) =>
  async (request: Request) =>
    changeOwn(request, placed(pdf, request.body.fields.map(fieldOf)));

export const placed =
  (pdf: PdfCore, fields: readonly Field[]): OwnDecision =>
  (envelope, now) => {
    assertPlaceable(pdf, fields, envelope, now);
    return place(envelope, fields, now);
  };

export function assertPlaceable(
  pdf: PdfCore,
  fields: readonly Field[],
  envelope: Envelope,
  now: Date,
): void {
  assertStorable(fields);
  assertMayPlace(envelope, fields, now);
  pdf.assertFillable(fields, envelope.language);
}

/** Fields too large for one ledger entry are refused. */
export function assertStorable(fields: readonly Field[]): void {
  if (Buffer.byteLength(JSON.stringify(fields)) > MAX_BYTES)
    throw new Refusal('fields_invalid', { problem: 'too_much' });
}

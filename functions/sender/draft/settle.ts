import { parsed } from '../../../shared/contract/parsed.ts';
import { PlaceInput } from '../../../shared/contract/sender/sender-inputs.ts';
import type { Draft } from '../../../shared/domain/envelope/envelope.ts';
import type { Field, Values } from '../../../shared/domain/fields/field.ts';
import { assertAssigned, companyValues } from '../../../shared/domain/fields/working-draft.ts';
import { canonicalJson } from '../../../shared/domain/ledger/canonical-json.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import { draftOf, ownValues } from '../../../shared/domain/transitions/drafting.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { changeSeen, type OwnDecision } from '../access/change-own.ts';
import { ownEnvelope } from '../access/own-envelope.ts';
import type { PdfCore, WithPdf } from '../ports.ts';
import type { SenderRequest } from '../sender-request.ts';
import { fieldOf } from './field-of.ts';
import { filledIn } from './fill.ts';
import { assertPlaceable, placed } from './place.ts';
import { workingDraft } from './working-draft.ts';

export type Settle = (request: SenderRequest) => Promise<Draft>;

/**
 * Records a saved working draft in the ledger: an entry for fields and one for values, unless recorded
 * already.
 */
export function makeSettle(ports: Pick<Ports, 'ledger' | 'documents' | 'clock'> & WithPdf): Settle {
  const { ledger, documents, clock, pdf } = ports;
  const change = async (request: SenderRequest, decide: OwnDecision) =>
    draftOf(await changeSeen(ports, request, decide));
  return async (request) => {
    const before = draftOf(await ownEnvelope(ledger, request));
    const { fields, values: all } = await workingDraft(documents, before);
    const values = companyValues(fields, all);
    assertAssigned(fields, before.parties);
    const finished = parsed(PlaceInput, { fields }).fields.map(fieldOf);
    assertFinished(pdf, before, finished, values, clock.now());
    const withFields = hasFields(before, finished)
      ? before
      : await change(request, placed(pdf, finished));
    if (hasValues(withFields, values)) return withFields;
    return change(request, await filledIn(ports, withFields, values));
  };
}

/** Validates before anything is recorded, so that a refusal changes nothing. */
function assertFinished(
  pdf: PdfCore,
  draft: Draft,
  fields: readonly Field[],
  values: Values,
  now: Date,
): void {
  assertPlaceable(pdf, fields, draft, now);
  const filled = ownValues({ ...draft, fields }, values);
  pdf.assertPrintable(fields, filled, draft.language);
}

const hasFields = ({ fields }: Draft, wanted: readonly Field[]): boolean =>
  canonicalJson(fields) === canonicalJson(wanted);

function hasValues(draft: Draft, wanted: Values): boolean {
  const values = ownValues(draft, wanted);
  if (!draft.own) return Object.keys(values).length === 0;
  return draft.own.sha256 === sha256(canonicalJson(values));
}

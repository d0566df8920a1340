import type * as z from 'zod';
import type { DraftAnswer, DraftInput } from '../../../shared/contract/signer.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import { checkedValues } from '../../../shared/domain/fields/field-values.ts';
import { fieldsOf, onTurnInTime } from '../../../shared/domain/transitions/signing.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { mayFillIn } from '../codes/confirmation.ts';
import { keepMarks } from '../marks/kept-marks.ts';
import type { PdfCore } from '../ports.ts';
import type { CeremonyRequest } from '../session/ceremony.ts';
import { draftOwner, saveDraft } from './stored-input.ts';

/**
 * Saves input and marks, possibly incomplete, for later or another device. Refuses values that could not be
 * signed. Only for sessions confirmed to sign.
 */
export const makeDraft =
  ({ documents, pdf }: Pick<Ports, 'documents'> & { pdf: PdfCore }) =>
  async (
    request: CeremonyRequest<z.output<typeof DraftInput>>,
  ): Promise<z.input<typeof DraftAnswer>> => {
    const { ceremony } = request;
    const { envelope, link } = ceremony;
    const { signing } = onTurnInTime(envelope, link.party, ceremony.now);
    if (!mayFillIn(ceremony)) throw new Refusal('confirmation_required');
    const values = checkedValues(signing.fields, link.party, request.body.values, {
      complete: false,
    });
    pdf.assertPrintable(fieldsOf(envelope, link.party), values, envelope.language);
    await saveDraft(documents, draftOwner(ceremony), values);
    if (request.body.marks) await keepMarks(documents, draftOwner(ceremony), request.body.marks);
    return { values: { ...values } };
  };

import type * as z from 'zod';
import type { DraftAnswer, DraftInput } from '../../shared/contract/signer.ts';
import { checkedValues } from '../../shared/domain/field.ts';
import { fieldsOf, onTurn } from '../../shared/domain/signing.ts';
import { assertPrintable } from '../../shared/pdf/printable-values.ts';
import type { Ports } from '../../shared/ports.ts';
import { keepMarks } from './kept-marks.ts';
import { saveDraft } from './party-draft.ts';
import type { CeremonyRequest } from './signer-request.ts';

/**
 * Keeps what was filled in and the marks made so far, incomplete as it may be, for later or another
 * device. A value that could not be signed is refused already here, while it is being filled in.
 */
export const makeDraft =
  ({ documents }: Pick<Ports, 'documents'>) =>
  async (
    request: CeremonyRequest<z.output<typeof DraftInput>>,
  ): Promise<z.input<typeof DraftAnswer>> => {
    const { ceremony } = request;
    const { envelope, link } = ceremony;
    const { signing } = onTurn(envelope, link.party);
    const values = checkedValues(signing.fields, link.party, request.body.values, {
      complete: false,
    });
    assertPrintable(fieldsOf(envelope, link.party), values, envelope.language);
    await saveDraft(documents, link, values);
    if (request.body.marks) await keepMarks(documents, ceremony, request.body.marks);
    return { values: { ...values } };
  };

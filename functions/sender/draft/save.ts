import type * as z from 'zod';
import type { SavedAnswer } from '../../../shared/contract/sender/sender-answers.ts';
import type { SaveInput } from '../../../shared/contract/sender/sender-inputs.ts';
import { draftOf } from '../../../shared/domain/transitions/drafting.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { ownEnvelope } from '../access/own-envelope.ts';
import type { SenderRequest } from '../sender-request.ts';
import type { Settle } from './settle.ts';
import { saveDraft, workingDraft } from './working-draft.ts';

type Request = SenderRequest<z.output<typeof SaveInput>>;

/** Saves the working draft beside the ledger; with `place`, also records it in the ledger. */
export const makeSave =
  ({ ledger, documents, clock }: Pick<Ports, 'ledger' | 'documents' | 'clock'>, settle: Settle) =>
  async (request: Request): Promise<z.input<typeof SavedAnswer>> => {
    const { place, ...layout } = request.body;
    const envelope = draftOf(await ownEnvelope(ledger, request));
    const saved = await saveDraft(documents, envelope, layout, clock.now());
    if (!place) return saved;
    const { draft } = await workingDraft(documents, await settle(request));
    return { ...saved, ...draft };
  };

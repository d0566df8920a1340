import type * as z from 'zod';
import type { EnvelopeAnswer } from '../../shared/contract/sender.ts';
import { type Envelope, folded } from '../../shared/domain/envelope.ts';
import { isRemoved } from '../../shared/domain/retention.ts';
import type { Ports } from '../../shared/ports.ts';
import { makeDescribe } from './describe.ts';
import { wasCompleted } from './download.ts';
import { ownEntries } from './own-envelope.ts';
import { storedValues } from './own-values.ts';
import type { SenderRequest } from './sender-request.ts';
import { workingDraft } from './working-draft.ts';

type Needed = Pick<Ports, 'ledger' | 'documents' | 'archive' | 'clock'>;

export type Show = (request: SenderRequest) => Promise<z.input<typeof EnvelopeAnswer>>;

/** An envelope with all that its sender may know: never a link, a code, or what a signer filled in. */
export function makeShow(
  { ledger, documents, archive, clock }: Needed,
  settings: { VERIFIER_URL: string },
): Show {
  const describe = makeDescribe(settings);
  return async (request) => {
    const entries = await ownEntries(ledger, request);
    const envelope = folded(entries);
    const gone = isRemoved(envelope, clock.now());
    const layout = gone ? { values: {} } : await layoutOf(documents, envelope);
    const isArchived = gone && wasCompleted(envelope) && (await archive.has(envelope.id));
    return describe({ envelope, entries, ...layout, isArchived, language: request.language });
  };
}

/** A draft as it was saved last; of what was sent only the values are not in the ledger. */
const layoutOf = async (documents: Needed['documents'], envelope: Envelope) =>
  envelope.status === 'draft'
    ? workingDraft(documents, envelope)
    : { values: await storedValues(documents, envelope) };

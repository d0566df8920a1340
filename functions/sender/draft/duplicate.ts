import type * as z from 'zod';
import type { CreatedAnswer } from '../../../shared/contract/sender/sender-answers.ts';
import { suggestionsKey } from '../../../shared/contract/sender/stored-suggestions.ts';
import type { Envelope } from '../../../shared/domain/envelope/envelope.ts';
import { isRemoved } from '../../../shared/domain/envelope/retention.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { Layout } from '../../../shared/domain/fields/working-draft.ts';
import type { Facts } from '../../../shared/domain/transitions/drafting.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { ownerOfNew } from '../access/owner-of-new.ts';
import { sourceEnvelope } from '../access/source-envelope.ts';
import type { SenderRequest } from '../sender-request.ts';
import type { BeginLaidOut } from './begin-laid-out.ts';
import { storedValues } from './own-values.ts';
import { workingDraft } from './working-draft.ts';

type Deps = Pick<Ports, 'ledger' | 'documents' | 'clock'>;

/**
 * Creates a draft from any envelope: with its document if that still exists, else with parties and fields only,
 * which wait for a new file. A chosen deadline day is not copied.
 */
export const makeDuplicate =
  (ports: Deps, beginLaidOut: BeginLaidOut) =>
  async (request: SenderRequest): Promise<z.input<typeof CreatedAnswer>> => {
    const envelope = await sourceEnvelope(ports.ledger, request);
    const stands = await standingDocument(ports, envelope);
    const { caller } = request;
    const id = await beginLaidOut(caller, {
      owner: caller.machine ? envelope.owner : ownerOfNew(caller),
      facts: factsOf(envelope),
      layout: await wholeLayout(ports, envelope),
      ...(stands && {
        document: stands,
        suggestions: suggestionsKey(envelope.id, stands.sha256),
      }),
      gone: () => new Refusal('document_missing'),
    });
    return { id };
  };

async function standingDocument({ documents, clock }: Deps, envelope: Envelope) {
  const { document } = envelope;
  if (!document || isRemoved(envelope, clock.now())) return undefined;
  return (await documents.size(document.key)) === undefined ? undefined : copyOf(document);
}

const copyOf = ({ upload: _, requestedAt: __, ...document }: NonNullable<Envelope['document']>) =>
  document;

/** Includes fields that did not fit the current document; values were deleted with the document. */
async function wholeLayout({ documents, clock }: Deps, envelope: Envelope): Promise<Layout> {
  if (envelope.status === 'draft') {
    const { fields, outside, values } = await workingDraft(documents, envelope);
    return { fields: [...fields, ...outside], values };
  }
  const { fields } = envelope;
  const gone = isRemoved(envelope, clock.now());
  return { fields, values: gone ? {} : await storedValues(documents, envelope) };
}

function factsOf({ title, language, message, parties, schedule }: Envelope): Facts {
  const { deadlineDays, reminderDays } = schedule;
  return {
    ...{ title, language, ...(message !== undefined && { message }) },
    parties: parties.map(({ id, role, turn, name, channel, language: spoken, stamps }) => ({
      ...{ id, role, turn, name, channel, language: spoken },
      ...(stamps !== undefined && { stamps }),
    })),
    schedule: { deadlineDays, reminderDays },
  };
}

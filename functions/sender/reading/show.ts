import type * as z from 'zod';
import type { EnvelopeAnswer } from '../../../shared/contract/sender/sender-answers.ts';
import type { Envelope } from '../../../shared/domain/envelope/envelope.ts';
import { folded } from '../../../shared/domain/envelope/fold.ts';
import { isRemoved } from '../../../shared/domain/envelope/retention.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { ownEntries } from '../access/own-envelope.ts';
import { storedValues } from '../draft/own-values.ts';
import { workingDraft } from '../draft/working-draft.ts';
import { isArchived } from '../files/is-archived.ts';
import type { SenderRequest } from '../sender-request.ts';
import { makeDescribe } from './describe.ts';

type Deps = Pick<Ports, 'ledger' | 'documents' | 'archive' | 'clock'>;

export type Show = (request: SenderRequest) => Promise<z.input<typeof EnvelopeAnswer>>;

/** What a sender may see of an envelope: never a link, a code or a signer's input. */
export function makeShow(ports: Deps, settings: { VERIFIER_URL: string }): Show {
  const describe = makeDescribe(settings);
  return async (request) => {
    const entries = await ownEntries(ports.ledger, request);
    const envelope = folded(entries);
    const gone = isRemoved(envelope, ports.clock.now());
    const layout = gone ? { values: {} } : await layoutOf(ports.documents, envelope);
    return describe({
      ...{ envelope, entries, ...layout, language: request.language },
      isArchived: await isArchived(ports, envelope),
    });
  };
}

/** A draft as last saved; for a sent envelope only the company's values are outside the ledger. */
const layoutOf = async (documents: Deps['documents'], envelope: Envelope) =>
  envelope.status === 'draft'
    ? workingDraft(documents, envelope)
    : { values: await storedValues(documents, envelope) };

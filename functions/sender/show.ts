import type * as z from 'zod';
import type { EnvelopeAnswer } from '../../shared/contract/sender.ts';
import { folded } from '../../shared/domain/envelope.ts';
import { isRemoved } from '../../shared/domain/retention.ts';
import type { Ports } from '../../shared/ports.ts';
import { makeDescribe } from './describe.ts';
import { ownEntries } from './own-envelope.ts';
import { storedValues } from './own-values.ts';
import type { SenderRequest } from './sender-request.ts';

type Needed = Pick<Ports, 'ledger' | 'documents' | 'clock'>;

export type Show = (request: SenderRequest) => Promise<z.input<typeof EnvelopeAnswer>>;

/** An envelope with all that its sender may know: never a link, a code, or what a signer filled in. */
export function makeShow(
  { ledger, documents, clock }: Needed,
  settings: { VERIFIER_URL: string },
): Show {
  const describe = makeDescribe(settings);
  return async (request) => {
    const entries = await ownEntries(ledger, request);
    const envelope = folded(entries);
    const gone = isRemoved(envelope, clock.now());
    const values = gone ? {} : await storedValues(documents, envelope);
    return describe({ envelope, entries, values, language: request.language });
  };
}

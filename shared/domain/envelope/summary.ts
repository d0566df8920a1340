import type { Owner } from '../ledger/entries.ts';
import { type Envelope, type PartyState, partiesOnTurn } from './envelope.ts';

/** The data of an envelope's row in the console's list. */
export const summaryOf = (envelope: Envelope): Summary =>
  (envelope.erasedAt ? erased : shown)(envelope);

type Shown = ReturnType<typeof shown>;
type Summary = Omit<Shown, 'ownedBy'> & { readonly ownedBy?: Owner };

const shown = (envelope: Envelope) => ({
  id: envelope.id,
  ownedBy: envelope.owner,
  title: envelope.title,
  status: envelope.status,
  createdAt: envelope.createdAt,
  ...changed(envelope),
  ...('deadline' in envelope && envelope.deadline && { deadline: envelope.deadline }),
  waitingFor: waitingFor(envelope),
  ...(envelope.template && { template: envelope.template }),
  ...(envelope.externalId !== undefined && { externalId: envelope.externalId }),
  ...(envelope.stalledAt && { standsStillSince: envelope.stalledAt }),
  parties: envelope.parties.map(summaryOfParty),
});

/**
 * An erased envelope's row: no personal data, and dated 1970 so that `forget`, oldest first, deletes it in
 * its next run.
 */
function erased(envelope: Envelope): Summary {
  const { ownedBy: _, ...rest } = shown({
    ...envelope,
    title: '',
    parties: [],
    externalId: undefined,
  });
  return { ...rest, updatedAt: new Date(0).toISOString() };
}

/** A purge is not a visible change: the row keeps its end date and status. */
const changed = (envelope: Envelope) =>
  envelope.status === 'purged'
    ? { updatedAt: envelope.endedAt, ended: envelope.ended }
    : { updatedAt: envelope.updatedAt };

const waitingFor = (envelope: Envelope): string[] =>
  envelope.status === 'signing' ? partiesOnTurn(envelope).map(({ name }) => name) : [];

const summaryOfParty = ({ id, name, role, signature, undelivered }: PartyState) => ({
  id,
  name,
  role,
  ...(signature && { signedAt: signature.at }),
  ...(undelivered && { undelivered }),
});

import type { Owner } from '../ledger/entries.ts';
import { type Envelope, type PartyState, partiesOnTurn } from './envelope.ts';

/** An envelope in a list: what it is, how it stands, and whom it waits for. */
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
  ...(envelope.stalledAt && { standsStillSince: envelope.stalledAt }),
  parties: envelope.parties.map(summaryOfParty),
});

/** Before all that are kept, so that the daily run deletes it first; and nothing of anyone in it until then. */
function erased(envelope: Envelope): Summary {
  const { ownedBy: _, ...rest } = shown({ ...envelope, title: '', parties: [] });
  return { ...rest, updatedAt: new Date(0).toISOString() };
}

/** The removal of what had ended is no change to a reader: it stays where it was, as what it was. */
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

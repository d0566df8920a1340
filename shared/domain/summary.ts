import { type Envelope, type PartyState, partiesOnTurn } from './envelope.ts';

/** An envelope in a list: what it is, how it stands, and whom it waits for. */
export const summaryOf = (envelope: Envelope) => ({
  id: envelope.id,
  title: envelope.title,
  status: envelope.status,
  createdAt: envelope.createdAt,
  updatedAt: envelope.updatedAt,
  ...('deadline' in envelope && envelope.deadline && { deadline: envelope.deadline }),
  waitingFor: waitingFor(envelope),
  ...(envelope.stalledAt && { standsStillSince: envelope.stalledAt }),
  parties: envelope.parties.map(summaryOfParty),
});

const waitingFor = (envelope: Envelope): string[] =>
  envelope.status === 'signing' ? partiesOnTurn(envelope).map(({ name }) => name) : [];

const summaryOfParty = ({ id, name, role, signature, undelivered }: PartyState) => ({
  id,
  name,
  role,
  ...(signature && { signedAt: signature.at }),
  ...(undelivered && { undelivered }),
});

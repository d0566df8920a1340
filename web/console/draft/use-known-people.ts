import { useEffect, useState } from 'preact/hooks';
import type { Channel, Envelope, Party, SenderApi } from '../sender-api.ts';
import { internationalNumber } from './person.ts';

export type Known = Pick<Party, 'name' | 'channel' | 'language' | 'role'>;

const ENVELOPES_ASKED = 8;

/** Parties of recent envelopes, one per contact, most recently used first. Not stored in the browser. */
export function useKnownPeople(api: SenderApi, except: string): Known[] {
  const [known, setKnown] = useState<Known[]>([]);
  useEffect(() => {
    let wanted = true;
    recent(api, except)
      .then((people) => wanted && setKnown(people))
      // Suggestions only: if loading them fails, everything can still be typed.
      .catch(() => {});
    return () => {
      wanted = false;
    };
  }, [api, except]);
  return known;
}

async function recent(api: SenderApi, except: string): Promise<Known[]> {
  const { items } = await api.list({ limit: ENVELOPES_ASKED + 1 });
  const others = items.filter(({ id }) => id !== except).slice(0, ENVELOPES_ASKED);
  const shown = await Promise.allSettled(others.map(({ id }) => api.show(id)));
  const parties = shown.flatMap((result) =>
    result.status === 'fulfilled' ? partiesOf(result.value) : [],
  );
  const known = new Map<string, Known>();
  for (const party of parties) {
    const contact = contactText(party.channel);
    if (!known.has(contact)) known.set(contact, party);
  }
  return [...known.values()];
}

const partiesOf = ({ parties }: Envelope): Known[] =>
  parties.map(({ name, channel, language, role }) => ({ name, channel, language, role }));

/** Formats a phone number with its country prefix. */
export const contactText = (channel: Channel): string =>
  channel.kind === 'email' ? channel.address : internationalNumber(channel.number);

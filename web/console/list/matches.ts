import type { EnvelopeSummary } from '../sender-api.ts';

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase();

/** Folded once for each envelope, not at each keystroke. */
const searched = new WeakMap<EnvelopeSummary, string>();

function textOf(envelope: EnvelopeSummary, withOwner: boolean): string {
  const known = searched.get(envelope);
  if (known !== undefined) return known;
  const { title, parties, ownedBy } = envelope;
  const names = parties.map(({ name }) => name);
  const text = folded([title, ...names, (withOwner && ownedBy?.name) || ''].join(' '));
  searched.set(envelope, text);
  return text;
}

/** Those with every word of the search in the title, a party's or, if asked, the owner's name, whatever the accents. */
export function matching(
  envelopes: readonly EnvelopeSummary[],
  search: string,
  withOwner = false,
): readonly EnvelopeSummary[] {
  const words = folded(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return envelopes;
  return envelopes.filter((envelope) => {
    const text = textOf(envelope, withOwner);
    return words.every((word) => text.includes(word));
  });
}

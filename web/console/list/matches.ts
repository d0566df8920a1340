import type { EnvelopeSummary } from '../sender-api.ts';

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase();

/** Folded once for each envelope, not at each keystroke. */
const searched = new WeakMap<EnvelopeSummary, string>();

function textOf(envelope: EnvelopeSummary): string {
  const known = searched.get(envelope);
  if (known !== undefined) return known;
  const { title, parties } = envelope;
  const text = folded([title, ...parties.map(({ name }) => name)].join(' '));
  searched.set(envelope, text);
  return text;
}

/** Those with every word of the search in the title or in a party's name, whatever the accents. */
export function matching(
  envelopes: readonly EnvelopeSummary[],
  search: string,
): readonly EnvelopeSummary[] {
  const words = folded(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return envelopes;
  return envelopes.filter((envelope) => {
    const text = textOf(envelope);
    return words.every((word) => text.includes(word));
  });
}

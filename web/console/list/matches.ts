import type { EnvelopeSummary } from '../sender-api.ts';

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase();

/** Every word of the search is in the title or in a party's name, whatever the accents. */
export function matches({ title, parties }: EnvelopeSummary, search: string): boolean {
  const text = folded([title, ...parties.map(({ name }) => name)].join(' '));
  return folded(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

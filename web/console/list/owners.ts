import type { EnvelopeSummary } from '../sender-api.ts';

/** Owners seen in the list since the page was opened, by subject. */
const known = new Map<string, Owner>();

export type Owner = NonNullable<EnvelopeSummary['ownedBy']>;

export function noteOwners(items: readonly EnvelopeSummary[]): void {
  for (const { ownedBy } of items)
    if (ownedBy && (ownedBy.name || !known.has(ownedBy.subject)))
      known.set(ownedBy.subject, ownedBy);
}

/** Rows of an earlier version have no owner's name; the sign-in ID is shown instead. */
export const nameOf = (owner: Owner): string =>
  (owner.name ? owner : known.get(owner.subject))?.name || owner.subject;

export const knownOwner = (subject: string): Owner => known.get(subject) ?? { subject };

export const knownOwners = (): Owner[] =>
  [...known.values()].sort((one, other) => nameOf(one).localeCompare(nameOf(other)));

import type { EnvelopeSummary } from '../sender-api.ts';

/** Whom the list has named since the page was opened, by subject. */
const known = new Map<string, Owner>();

export type Owner = NonNullable<EnvelopeSummary['ownedBy']>;

export function noteOwners(items: readonly EnvelopeSummary[]): void {
  for (const { ownedBy } of items)
    if (ownedBy && (ownedBy.name || !known.has(ownedBy.subject)))
      known.set(ownedBy.subject, ownedBy);
}

/** What was listed by an earlier version names nobody: there the sign-in ID stands for it. */
export const nameOf = (owner: Owner): string =>
  (owner.name ? owner : known.get(owner.subject))?.name || owner.subject;

export const knownOwner = (subject: string): Owner => known.get(subject) ?? { subject };

export const knownOwners = (): Owner[] =>
  [...known.values()].sort((one, other) => nameOf(one).localeCompare(nameOf(other)));

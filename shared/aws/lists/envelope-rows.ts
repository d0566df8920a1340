import type { EnvelopeSummary } from '../../contract/sender-answers.ts';
import { groupOf, type ListGroup } from '../../domain/envelope/list-group.ts';
import type { Expiring, ListedRow, ListRow } from '../../ports/lists.ts';

/**
 * Table `Envelopes` has two items an envelope, beside those of its words. The first is its row: found by owner, by status, among
 * all, and by when it is due. The second is its place in its group: found by owner and group, or among
 * all of the group, in the same two indexes, which know it by other values of the same attributes.
 */
export type EnvelopeItem = ListedRow & {
  readonly all: 'all';
  /** Absent in rows of earlier releases, which have no second item. */
  readonly group?: ListGroup;
  /** Its words have been written. Absent in rows of earlier releases. */
  readonly hasWords?: true;
  /** The part of the index by `dueAt`; only what may become due has one. */
  readonly due?: string;
};

export interface GroupItem extends Expiring {
  readonly id: string;
  readonly owner: string;
  readonly all: string;
  readonly updatedAt: string;
  readonly seq: number;
  /** The rest is in the item itself: a list is paid for by its bytes. */
  readonly summary: Omit<EnvelopeSummary, 'id' | 'updatedAt'>;
}

/** Parts of the index by `dueAt`, since each takes 1,000 writes a second. */
export const DUE_PARTS = ['0', '1', '2', '3', '4', '5', '6', '7'] as const;

/** Ids are random to their last character. */
export const duePartOf = (id: string): string =>
  DUE_PARTS[id.charCodeAt(id.length - 1) % DUE_PARTS.length] ?? '0';

export const envelopeItem = ({ words: _, ...row }: ListRow): EnvelopeItem => ({
  ...row,
  all: 'all',
  group: groupOf(row),
  hasWords: true,
  ...(row.dueAt && { due: duePartOf(row.id) }),
});

/** Of a key of `groupKey.owner`. */
const ownerIn = (key: string): string => decodeURIComponent(key.slice(0, key.lastIndexOf('#')));

const PREFIX = 'group#';

export const groupKey = {
  id: (envelopeId: string) => `${PREFIX}${envelopeId}`,
  /** Nobody knows what an issuer's subjects may hold. */
  owner: (owner: string, group: ListGroup) => `${encodeURIComponent(owner)}#${group}`,
  all: (group: ListGroup) => `#${group}`,
};

export function groupItem(row: ListedRow): GroupItem {
  const group = groupOf(row);
  const { id, updatedAt, owner, seq, expiresAt, dueAt: _, ...summary } = row;
  return {
    id: groupKey.id(id),
    owner: groupKey.owner(owner, group),
    all: groupKey.all(group),
    updatedAt,
    seq,
    ...(expiresAt !== undefined && { expiresAt }),
    summary,
  };
}

export const summaryOfGroupItem = ({
  id,
  owner,
  updatedAt,
  summary,
}: GroupItem): EnvelopeSummary => ({
  ownedBy: { subject: ownerIn(owner) },
  ...summary,
  id: id.slice(PREFIX.length),
  updatedAt,
});

export const summaryIn = ({
  owner,
  seq: _,
  expiresAt: __,
  dueAt: ___,
  ...summary
}: ListedRow): EnvelopeSummary => ({ ownedBy: { subject: owner }, ...summary });

/** The same without what only the table knows. */
export const rowIn = ({
  all: _,
  group: __,
  due: ___,
  hasWords: ____,
  ...row
}: EnvelopeItem): ListedRow => row;

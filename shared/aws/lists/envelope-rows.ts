import type { EnvelopeSummary } from '../../contract/sender/sender-answers.ts';
import { groupOf, type ListGroup } from '../../domain/envelope/list-group.ts';
import type { Expiring, ListedRow, ListRow } from '../../ports/lists.ts';

/**
 * Table `Envelopes` has two items per envelope, besides those of its words. The row is found by owner, by
 * status, among all, and by `dueAt`. The group item is found by owner and group, or by group, in the same two
 * indexes under other attribute values.
 */
export type EnvelopeItem = ListedRow & {
  readonly all: 'all';
  /** Absent in rows of earlier releases, which have no group item. */
  readonly group?: ListGroup;
  /** Whether its words are written; absent in rows of earlier releases. */
  readonly hasWords?: true;
  /** Partition of the index by `dueAt`; absent if nothing can become due. */
  readonly due?: string;
};

export interface GroupItem extends Expiring {
  readonly id: string;
  readonly owner: string;
  readonly all: string;
  readonly updatedAt: string;
  readonly seq: number;
  /** `id` and `updatedAt` are attributes already; reads are billed by size. */
  readonly summary: Omit<EnvelopeSummary, 'id' | 'updatedAt'>;
}

/** Partitions of the index by `dueAt`, since each takes 1,000 writes per second. */
export const DUE_PARTS = ['0', '1', '2', '3', '4', '5', '6', '7'] as const;

/** The last character of an id is random. */
export const duePartOf = (id: string): string =>
  DUE_PARTS[id.charCodeAt(id.length - 1) % DUE_PARTS.length] ?? '0';

export const envelopeItem = ({ words: _, ...row }: ListRow): EnvelopeItem => ({
  ...row,
  all: 'all',
  group: groupOf(row),
  hasWords: true,
  ...(row.dueAt && { due: duePartOf(row.id) }),
});

/** The owner of a `groupKey.owner` key. */
const ownerIn = (key: string): string => decodeURIComponent(key.slice(0, key.lastIndexOf('#')));

const PREFIX = 'group#';

export const groupKey = {
  id: (envelopeId: string) => `${PREFIX}${envelopeId}`,
  /** Encoded, since an issuer's subjects may contain `#`. */
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

/** The row without the table's own attributes. */
export const rowIn = ({
  all: _,
  group: __,
  due: ___,
  hasWords: ____,
  ...row
}: EnvelopeItem): ListedRow => row;

import type { Status, Stopped } from './envelope.ts';

/** The console's filters: in progress, draft, signed, ended without all signatures. */
export const LIST_GROUPS = ['waiting', 'draft', 'done', 'stopped'] as const;
export type ListGroup = (typeof LIST_GROUPS)[number];

const GROUP_OF: Readonly<Record<Exclude<Status, 'purged'>, ListGroup>> = {
  draft: 'draft',
  preparing: 'waiting',
  signing: 'waiting',
  signed: 'waiting',
  completed: 'done',
  declined: 'stopped',
  voided: 'stopped',
  expired: 'stopped',
  failed: 'stopped',
};

/**
 * A purged envelope stays in the group in which it ended; rows written before `ended` existed count as
 * completed.
 */
export const groupOf = ({
  status,
  ended = 'completed',
}: {
  status: Status;
  ended?: 'completed' | Stopped['status'] | undefined;
}): ListGroup => GROUP_OF[status === 'purged' ? ended : status];

import type { Status, Stopped } from './envelope.ts';

/** What a list shows together: on its way, not yet sent, signed, or ended without. */
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

/** What was removed is found where it was; where it is not known how it had ended, among the signed. */
export const groupOf = ({
  status,
  ended = 'completed',
}: {
  readonly status: Status;
  readonly ended?: 'completed' | Stopped['status'] | undefined;
}): ListGroup => GROUP_OF[status === 'purged' ? ended : status];

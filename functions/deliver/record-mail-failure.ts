import { type MailFailure, MailTags } from '../../shared/contract/delivery-failure.ts';
import type { RecordFailure } from './record-failure.ts';

/**
 * Mails of other applications in the account are none of ours. The reason is SES's own category, never
 * its diagnostic text, which holds the address.
 */
export const makeRecordMailFailure =
  (record: RecordFailure) =>
  async ({ detail }: MailFailure): Promise<void> => {
    const tags = MailTags.safeParse(detail.mail.tags);
    if (!tags.success) return;
    const { envelope, party: to, notice } = tags.data;
    await record(envelope, { to, notice, reason: reasonOf(detail) });
  };

function reasonOf({ eventType, bounce }: MailFailure['detail']): string {
  if (bounce) return `bounce: ${bounce.bounceType}, ${bounce.bounceSubType}`;
  return eventType.toLowerCase();
}

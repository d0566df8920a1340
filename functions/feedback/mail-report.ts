import type { MailEvent } from '../../shared/contract/feedback.ts';
import type { FailureKind } from '../../shared/domain/ledger/entries.ts';
import type { Report } from './report.ts';

type Detail = MailEvent['detail'];

/** Takes SES's category, never its diagnostic text, which contains the address. */
export function mailReport({ detail }: MailEvent): Report {
  const { messageId, destination, tags } = detail.mail;
  const { envelope: envelopeId, party: to, notice, round, message } = tags;
  return {
    ...{ envelopeId, to, notice, ...judged(detail) },
    message: message ?? messageId,
    ...(round !== undefined && { round }),
    ...(destination?.[0] !== undefined && { contact: destination[0] }),
  };
}

function judged({ eventType, bounce, deliveryDelay }: Detail): Pick<Report, 'kind' | 'reason'> {
  if (bounce) {
    const { bounceType, bounceSubType } = bounce;
    return { kind: bounceKind(bounce), reason: `bounce: ${bounceType}, ${bounceSubType}` };
  }
  if (eventType === 'DeliveryDelay')
    return { kind: 'delayed', reason: `delay: ${deliveryDelay?.delayType ?? 'Unknown'}` };
  return {
    kind: eventType === 'Complaint' ? 'complaint' : 'failed',
    reason: eventType.toLowerCase(),
  };
}

/** Permanent for this mail, though the mailbox may accept others. */
const REFUSED = ['MessageTooLarge', 'ContentRejected', 'AttachmentRejected'];

/**
 * Transient and Undetermined also cover automatic replies to delivered mails (such as the mailbox simulator's
 * "out of the office"), so they count as delays.
 */
function bounceKind({ bounceType, bounceSubType }: NonNullable<Detail['bounce']>): FailureKind {
  const isOpen = bounceType === 'Transient' || bounceType === 'Undetermined';
  return isOpen && !REFUSED.includes(bounceSubType) ? 'delayed' : 'failed';
}

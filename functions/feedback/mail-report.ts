import type { MailEvent } from '../../shared/contract/feedback.ts';
import type { FailureKind } from '../../shared/domain/ledger/entries.ts';
import type { Report } from './report.ts';

type Detail = MailEvent['detail'];

/** The reason is SES's own category, never its diagnostic text, which holds the address. */
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

/** The mailbox may be another day's, but this very mail was refused and is not tried again. */
const REFUSED = ['MessageTooLarge', 'ContentRejected', 'AttachmentRejected'];

/**
 * SES calls transient, or undetermined, also what is only an automatic reply to a mail that did arrive
 * (its mailbox simulator's "out of the office" is one).
 */
function bounceKind({ bounceType, bounceSubType }: NonNullable<Detail['bounce']>): FailureKind {
  const isOpen = bounceType === 'Transient' || bounceType === 'Undetermined';
  return isOpen && !REFUSED.includes(bounceSubType) ? 'delayed' : 'failed';
}

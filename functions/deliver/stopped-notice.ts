import { writtenInstant } from '../../shared/contract/dates/written-instant.ts';
import { refusalSentence } from '../../shared/contract/refusals/refusal-sentence.ts';
import type { Stopped } from '../../shared/domain/envelope/envelope.ts';
import { REFUSAL_CODES, type RefusalCode } from '../../shared/domain/errors.ts';
import type { Brand, NoticeFacts, Recipient } from '../../shared/messages/notice.ts';
import type { Notify } from '../../shared/messages/notify.ts';

/** Notifies a recipient that there will be no signed document. */
export async function sendStopped(
  notify: Notify,
  brand: Brand,
  envelope: Stopped,
  recipient: Recipient,
): Promise<void> {
  switch (envelope.status) {
    case 'declined':
      await notify(envelope, recipient, 'declined', declinedFacts(envelope, recipient));
      break;
    case 'voided':
      await notify(envelope, recipient, 'voided', { reason: envelope.reason ?? '' });
      break;
    case 'expired':
      await notify(envelope, recipient, 'expired', expiredFacts(envelope, recipient, brand));
      break;
    case 'failed':
      await notify(envelope, recipient, 'failed', failedFacts(envelope, recipient));
  }
}

/** The reason is for the sender only; other parties learn who declined. */
function declinedFacts(
  { parties, declinedBy, reason }: Stopped,
  { id }: Recipient,
): NoticeFacts['declined'] {
  const by = parties.find((party) => party.id === declinedBy)?.name ?? '';
  return { by, ...(id === 'sender' && reason && { reason }) };
}

const expiredFacts = (
  { deadline, endedAt }: Stopped,
  { language }: Recipient,
  { timeZone }: Brand,
): NoticeFacts['expired'] => ({
  deadline: writtenInstant(deadline ?? endedAt, language, timeZone),
});

/** Details of the document's failure are for the sender only. */
function failedFacts({ reason }: Stopped, { id, language }: Recipient): NoticeFacts['failed'] {
  const code = REFUSAL_CODES.find((known) => known === reason) as RefusalCode | undefined;
  if (id !== 'sender' || !code) return {};
  return { reason: refusalSentence({ code, detail: {} }, language) };
}

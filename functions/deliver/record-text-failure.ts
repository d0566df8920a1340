import type { TextFailure } from '../../shared/contract/delivery-failure.ts';
import type { Ports } from '../../shared/ports.ts';
import type { RecordFailure } from './record-failure.ts';

/** SNS's own sentences (Amazon SNS developer guide, "SMS delivery failure reasons"); any other may hold a number. */
const KNOWN_RESPONSES = [
  'Blocked as spam by phone carrier',
  'Destination is on a blocked list',
  'Invalid phone number',
  'Message body is invalid',
  'Phone carrier has blocked this message',
  'Phone carrier is currently unreachable/unavailable',
  'Phone has blocked SMS',
  'Phone is on a blocked list',
  'Phone is currently unreachable/unavailable',
  'Phone number is opted out',
  'This delivery would exceed max price',
  'Unknown error attempting to reach phone',
];

/** Texts of other applications in the account are none of ours. */
export const makeRecordTextFailure =
  ({ access }: Pick<Ports, 'access'>, record: RecordFailure) =>
  async ({ notification, delivery }: TextFailure): Promise<void> => {
    const sent = await access.findText(notification.messageId);
    if (!sent) return;
    const { envelopeId, party: to, notice } = sent;
    await record(envelopeId, { to, notice, reason: `text: ${reasonOf(delivery)}` });
  };

const reasonOf = ({ providerResponse = '' }: TextFailure['delivery']): string =>
  KNOWN_RESPONSES.includes(providerResponse) ? providerResponse : 'not delivered';

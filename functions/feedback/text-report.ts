import type { TextFailure } from '../../shared/contract/feedback.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { Report } from './report.ts';

/** SNS's sentences (developer guide, "SMS delivery failure reasons"); any other could contain a number. */
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

/** Undefined for text messages of other applications in the account. */
export const makeTextReport =
  ({ sentTexts }: Pick<Ports, 'sentTexts'>) =>
  async ({ notification, delivery }: TextFailure): Promise<Report | undefined> => {
    const { messageId } = notification;
    const sent = await sentTexts.find(messageId);
    if (!sent) return undefined;
    const { envelopeId, party: to, notice, round, message = messageId } = sent;
    const { destination: contact } = delivery;
    return {
      ...{ envelopeId, to, notice, message, kind: 'failed', reason: `text: ${reasonOf(delivery)}` },
      ...(round !== undefined && { round }),
      ...(contact !== undefined && { contact }),
    };
  };

const reasonOf = ({ providerResponse = '' }: TextFailure['delivery']): string =>
  KNOWN_RESPONSES.includes(providerResponse) ? providerResponse : 'not delivered';

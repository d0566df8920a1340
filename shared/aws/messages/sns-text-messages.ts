import { PublishCommand, SNSClient, SNSServiceException } from '@aws-sdk/client-sns';
import { type TextMessages, Undeliverable } from '../../ports/messages.ts';

/** Module-scope client, shared by the calls of a warm function. */
const sns = new SNSClient({});

/** Errors caused by the number itself: invalid, or opted out. */
const PERMANENT = ['InvalidParameter', 'InvalidParameterException', 'OptedOutException'];

const text = (value: string) => ({ DataType: 'String', StringValue: value });

/** SNS to an E.164 number. An empty sender id leaves the choice to the carrier. */
export const snsTextMessages = ({ SMS_SENDER_ID }: { SMS_SENDER_ID: string }): TextMessages => ({
  send: async (number, message) => {
    const command = new PublishCommand({
      PhoneNumber: number,
      Message: message,
      MessageAttributes: {
        'AWS.SNS.SMS.SMSType': text('Transactional'),
        ...(SMS_SENDER_ID && { 'AWS.SNS.SMS.SenderID': text(SMS_SENDER_ID) }),
      },
    });
    const { MessageId } = await sns.send(command).catch(rethrow);
    return MessageId!;
  },
});

function rethrow(error: unknown): never {
  const permanent = error instanceof SNSServiceException && PERMANENT.includes(error.name);
  throw permanent ? new Undeliverable(error.name) : error;
}

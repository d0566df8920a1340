import type { Meter } from './meter.ts';
import type { AwsRequest } from './wire.ts';

const operationOf = ({ headers, body }: AwsRequest): string =>
  headers['x-amz-target']?.split('.')[1] ??
  new URLSearchParams(body.toString()).get('Action') ??
  '';

const kms = (meter: Meter, operation: string) =>
  meter.add(operation.endsWith('Mac') ? 'kms.mac' : 'kms.asymmetric', operation);

/** Attachments in base64, as they are sent: an upper bound of the size that SES bills. */
const ATTACHED = /content-disposition: attachment[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/gi;

function ses(meter: Meter, { body }: AwsRequest): void {
  const form = new URLSearchParams(body.toString());
  const mail = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64').toString('latin1');
  const recipients = [...form.keys()].filter((name) => name.startsWith('Destinations.'));
  meter.add('ses.mail', 'SendRawEmail', recipients.length);
  const attached = [...mail.matchAll(ATTACHED)].map(([, data = '']) => data.length);
  for (const bytes of attached) meter.add('ses.attachment-byte', 'SendRawEmail', bytes);
}

const events = (meter: Meter, { body }: AwsRequest) =>
  meter.add('events.custom', 'PutEvents', JSON.parse(body.toString()).Entries.length);

/** Counts a successful call of a service that bills per call. */
export function meterCall(meter: Meter, service: string, request: AwsRequest): void {
  const operation = operationOf(request);
  if (service === 'kms') kms(meter, operation);
  if (operation === 'SendRawEmail') ses(meter, request);
  if (operation === 'PutEvents') events(meter, request);
  if (service === 'sns' && operation === 'Publish') meter.add('sns.text', operation);
}

import * as z from 'zod';
import { EVENT_SOURCE, type EventType } from '../../shared/contract/event-types.ts';
import { EVENT_DATA, eventDetail } from '../../shared/contract/events.ts';

const MEANING: Record<EventType, string> = {
  'envelope.created': 'An employee began a draft.',
  'envelope.sent': 'The draft was sent; `documentSha256` is that of the PDF as uploaded.',
  'party.invited':
    'A party was sent an invitation or a reminder, when it was due or at the sender’s wish.',
  'party.opened': 'A party opened its link for the first time.',
  'party.signed': 'A party signed. Its signature is put into the document next.',
  'party.declined': 'A party refused to sign; the envelope has ended.',
  'party.reported':
    'Who holds a party’s link told the sender that it is not for them, or that no more codes can be sent; nothing has ended.',
  'envelope.completed':
    'Sealed. `sha256` and `length` are those of the signed file, which can be downloaded until `removedAt`. `key` is where it lies in the bucket `{deployment}-documents-{account}-{region}`: principals named in `readSigned` of the settings may read it there (`s3:GetObject`), from other accounts too.',
  'envelope.owner-changed':
    'An administrator made it another employee’s: `owner` is the subject of their tokens.',
  'envelope.expired': 'Not everyone signed before the deadline; the envelope has ended.',
  'envelope.voided': 'The sender stopped it, or deleted its draft; the envelope has ended.',
  'envelope.failed': 'A step that can never succeed stopped it; `code` says why.',
  'envelope.purged': 'The document and all that was filled in are gone; the facts stay.',
  'envelope.erased':
    'A person asked for erasure, and nobody had signed: its ledger goes too. Whoever was told of the envelope erases it as well (GDPR art. 19).',
  'delivery.failed':
    'A message did not reach `to` (a party’s id, or `sender`), or was marked as spam there (`kind` is `complaint`).',
  'delivery.delayed':
    'A message has not reached `to` yet, or it is not certain that it did: the mail server was busy, the mailbox full, or the answer an automatic one.',
};

/** docs/events.md, for applications that subscribe to the bus. */
export const eventsPage = (): string => `# Events

Written by \`npm run docs\` from \`shared/contract/events.ts\`; do not edit.

Everything that happens to an envelope is put on the EventBridge bus \`sigillo\` with source
\`${EVENT_SOURCE}\`. An event may come more than once and not always in order: \`metadata.id\` is the
same each time; it ends with the entry's place in the ledger, by which events can be put in order. No
link, code, name, address or value of a field is ever in one.

A rule that listens to completed documents:

\`\`\`json
${JSON.stringify({ source: [EVENT_SOURCE], 'detail-type': ['envelope.completed'] }, undefined, 2)}
\`\`\`

${(Object.keys(EVENT_DATA) as EventType[]).map(section).join('\n')}`;

function section(type: EventType): string {
  const schema = z.toJSONSchema(eventDetail(type), { io: 'output' });
  const detail = JSON.stringify(schema, undefined, 2);
  return `## ${type}\n\n${MEANING[type]}\n\n\`\`\`json\n${detail}\n\`\`\`\n`;
}

import type { Answers, Codes, Counters, Links, Sessions, TaskTokens } from './access.ts';
import type { Batches, BatchRuns } from './batches.ts';
import type { Contacts } from './contacts.ts';
import type { Archive, Documents, PresignedAddresses } from './documents.ts';
import type { Ledger } from './ledger.ts';
import type { Envelopes, Records, Watch } from './lists.ts';
import type { Clock, Random } from './machine.ts';
import type { Claims, Mailer, SentTexts, TextMessages } from './messages.ts';
import type { Templates } from './templates.ts';
import type { Tokens } from './tokens.ts';
import type { Deliveries, Redeliveries, Webhooks } from './webhooks.ts';
import type { EventBus, Workflow } from './workflow.ts';

/** All ports; each function gets a subset. */
export interface Ports {
  readonly clock: Clock;
  readonly random: Random;
  readonly ledger: Ledger;
  readonly links: Links;
  readonly sessions: Sessions;
  readonly codes: Codes;
  readonly taskTokens: TaskTokens;
  readonly claims: Claims;
  readonly sentTexts: SentTexts;
  readonly counters: Counters;
  readonly answers: Answers;
  readonly documents: Documents;
  readonly archive: Archive;
  readonly presigned: PresignedAddresses;
  readonly mailer: Mailer;
  readonly textMessages: TextMessages;
  readonly workflow: Workflow;
  readonly bus: EventBus;
  readonly envelopes: Envelopes;
  readonly watch: Watch;
  readonly records: Records;
  readonly templates: Templates;
  readonly contacts: Contacts;
  readonly tokens: Tokens;
  readonly webhooks: Webhooks;
  readonly deliveries: Deliveries;
  readonly redeliveries: Redeliveries;
  readonly batches: Batches;
  readonly batchRuns: BatchRuns;
}

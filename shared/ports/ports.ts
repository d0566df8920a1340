import type { Codes, Counters, Links, Sessions, TaskTokens } from './access.ts';
import type { Archive, Documents, PresignedAddresses } from './documents.ts';
import type { Ledger } from './ledger.ts';
import type { Envelopes, Records, Watch } from './lists.ts';
import type { Clock, Random } from './machine.ts';
import type { Claims, Mailer, SentTexts, TextMessages } from './messages.ts';
import type { EventBus, Workflow } from './workflow.ts';

/** Everything a function may be given. */
export interface Ports {
  clock: Clock;
  random: Random;
  ledger: Ledger;
  links: Links;
  sessions: Sessions;
  codes: Codes;
  taskTokens: TaskTokens;
  claims: Claims;
  sentTexts: SentTexts;
  counters: Counters;
  documents: Documents;
  archive: Archive;
  presigned: PresignedAddresses;
  mailer: Mailer;
  textMessages: TextMessages;
  workflow: Workflow;
  bus: EventBus;
  envelopes: Envelopes;
  watch: Watch;
  records: Records;
}

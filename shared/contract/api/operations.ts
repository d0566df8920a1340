import type * as z from 'zod';
import { BatchAnswer, BatchesAnswer, DryRunAnswer } from '../sender/batch-answers.ts';
import { BatchesQuery, BatchResultsQuery, NewBatchInput } from '../sender/batch-inputs.ts';
import { ContactAnswer, ContactsAnswer } from '../sender/contact-answers.ts';
import { ContactFactsInput, ContactsQuery } from '../sender/contact-inputs.ts';
import {
  CreatedAnswer,
  DiscardedAnswer,
  DownloadAnswer,
  EnvelopeAnswer,
  HandOverAnswer,
  ListAnswer,
  PresignedPostAnswer,
  SavedAnswer,
  SettingsAnswer,
  SignInAnswer,
  SuggestionsAnswer,
} from '../sender/sender-answers.ts';
import {
  ContactInput,
  CreateInput,
  EditInput,
  HandOverInput,
  ListQuery,
  PlaceInput,
  SaveInput,
  UploadInput,
  ValuesInput,
  VoidInput,
} from '../sender/sender-inputs.ts';
import { TemplateAnswer, TemplatesAnswer } from '../sender/template-answers.ts';
import {
  ArchiveTemplateInput,
  ChangeTemplateInput,
  DuplicateTemplateInput,
  NewTemplateInput,
  TemplateQuery,
  TemplatesQuery,
  UseTemplateInput,
} from '../sender/template-inputs.ts';
import { NewTokenAnswer, TokenAnswer, TokensAnswer } from '../sender/token-answers.ts';
import { NewTokenInput } from '../sender/token-inputs.ts';
import {
  WebhookAnswer,
  WebhookDeliveriesAnswer,
  WebhookDeliveryAnswer,
  WebhookSecretAnswer,
  WebhooksAnswer,
} from '../sender/webhook-answers.ts';
import {
  ChangeWebhookInput,
  RotateSecretInput,
  WebhookAttemptsQuery,
  WebhookInput,
} from '../sender/webhook-inputs.ts';
import {
  BegunAnswer,
  CeremonyAnswer,
  CodeAnswer,
  CodeInput,
  ConfirmAnswer,
  ConfirmInput,
  ConsentInput,
  CopyInput,
  DeclineInput,
  DocumentAnswer,
  DraftAnswer,
  DraftInput,
  ExchangeAnswer,
  ExchangeInput,
  MarkUploadAnswer,
  MarkUploadInput,
  ShownInput,
  SignedAnswer,
  SignInput,
} from '../signer.ts';
import type { OWN_ROUTES, PUBLIC_ROUTES, SENDER_ROUTES, SIGNER_ROUTES } from './routes.ts';

/** Input and output of an operation of the HTTP API. */
interface Operation {
  readonly summary: string;
  readonly body?: z.ZodType;
  readonly query?: z.ZodObject;
  readonly answer: z.ZodType;
  /** Default 200. */
  readonly status?: number;
  /** Maximum size of the raw body, bytes; default 8 KB. */
  readonly mostBytes?: number;
}

/** Fits ten parties with long names, and a message. */
const FACTS_BYTES = 32 * 1024;
/** Fits all fields of a document with their options. */
const FIELDS_BYTES = 320 * 1024;
/** Fits all values of a document. */
const VALUES_BYTES = 256 * 1024;

/** A CSV file of 1,000,000 bytes in base64, and its name. */
const CSV_BYTES = 1_340_000;

type Operations<R> = Record<R[keyof R] & string, Operation>;

export const SENDER_OPERATIONS = {
  settings: { summary: 'The company, its limits, and who is signed in', answer: SettingsAnswer },
  create: {
    summary: 'Begin a draft',
    body: CreateInput,
    mostBytes: FACTS_BYTES,
    answer: CreatedAnswer,
    status: 201,
  },
  list: {
    summary: 'Own envelopes, an administrator’s all; last changed first',
    query: ListQuery,
    answer: ListAnswer,
  },
  show: { summary: 'One envelope with its timeline', answer: EnvelopeAnswer },
  edit: {
    summary: 'Replace what a draft says',
    body: EditInput,
    mostBytes: FACTS_BYTES,
    answer: EnvelopeAnswer,
  },
  discard: {
    summary: 'Delete a draft: its document is out of reach at once, and deleted within a day',
    answer: DiscardedAnswer,
  },
  upload: {
    summary: 'Where to post the PDF; `document` or `refusedDocument` says later what was found',
    body: UploadInput,
    answer: PresignedPostAnswer,
  },
  original: { summary: 'The PDF as uploaded', answer: DownloadAnswer },
  suggestions: {
    summary:
      'Fields that the document asks for by itself: its tags, its own form, lines that look like places to sign or fill in',
    answer: SuggestionsAnswer,
  },
  place: {
    summary: 'Replace all fields of a draft',
    body: PlaceInput,
    mostBytes: FIELDS_BYTES,
    answer: EnvelopeAnswer,
  },
  fill: {
    summary: 'Replace the company’s own values of a draft',
    body: ValuesInput,
    mostBytes: VALUES_BYTES,
    answer: EnvelopeAnswer,
  },
  save: {
    summary: 'Save the fields and the company’s own values of a draft while they are worked on',
    body: SaveInput,
    mostBytes: FIELDS_BYTES + VALUES_BYTES,
    answer: SavedAnswer,
  },
  send: {
    summary: 'Send a draft; the rest happens by itself',
    answer: EnvelopeAnswer,
    status: 202,
  },
  duplicate: {
    summary:
      'A new draft with the same people, fields and, as long as it stands, the same document; after its removal the fields wait for a new one',
    answer: CreatedAnswer,
    status: 201,
  },
  handOver: {
    summary: 'Make it, or all of its owner’s, another employee’s; for administrators',
    body: HandOverInput,
    answer: HandOverAnswer,
  },
  void: {
    summary: 'Stop an envelope that has not ended',
    body: VoidInput,
    answer: EnvelopeAnswer,
  },
  remind: { summary: 'One more message with a further link', answer: EnvelopeAnswer },
  resend: {
    summary: 'A new link; earlier links and codes are void, a locked party is unlocked',
    answer: EnvelopeAnswer,
  },
  correct: {
    summary: 'Another address or number for a party that has not signed',
    body: ContactInput,
    answer: EnvelopeAnswer,
  },
  document: {
    summary: 'The PDF as it stands: with every signature so far, or as uploaded',
    answer: DownloadAnswer,
  },
  download: {
    summary:
      'The signed PDF, until it is removed; then from the archive, where the company keeps one',
    answer: DownloadAnswer,
  },
  ledger: { summary: 'The ledger as a JSON file', answer: DownloadAnswer },
  audit: {
    summary: 'The ledger as a PDF to read and print, in the language of the request',
    answer: DownloadAnswer,
  },
  listTemplates: {
    summary: 'Templates: the company’s and own ones; for administrators all; last changed first',
    query: TemplatesQuery,
    answer: TemplatesAnswer,
  },
  newTemplate: {
    summary: 'A template of an envelope, draft or sent, whose document stands',
    body: NewTemplateInput,
    answer: TemplateAnswer,
    status: 201,
  },
  showTemplate: {
    summary: 'One template with its newest version, or another one',
    query: TemplateQuery,
    answer: TemplateAnswer,
  },
  changeTemplate: {
    summary:
      'The next version of a template; the versions before stay. For its owner and administrators',
    body: ChangeTemplateInput,
    mostBytes: FACTS_BYTES + FIELDS_BYTES + VALUES_BYTES,
    answer: TemplateAnswer,
  },
  deleteTemplate: {
    summary:
      'Delete a template: out of reach at once, and deleted within a day; envelopes made from it stay',
    answer: DiscardedAnswer,
  },
  templateOriginal: {
    summary: 'The PDF of a template',
    query: TemplateQuery,
    answer: DownloadAnswer,
  },
  duplicateTemplate: {
    summary: 'An own template that begins as the newest version of this one',
    body: DuplicateTemplateInput,
    answer: TemplateAnswer,
    status: 201,
  },
  archiveTemplate: {
    summary: 'Archive a template, which then cannot be used or changed; or take it out again',
    body: ArchiveTemplateInput,
    answer: TemplateAnswer,
  },
  useTemplate: {
    summary: 'A draft from a template, with its people and values; sent at once if asked',
    body: UseTemplateInput,
    mostBytes: FACTS_BYTES + VALUES_BYTES,
    answer: CreatedAnswer,
    status: 201,
  },
  templateSample: {
    summary: 'A CSV file with the columns of a template, to send it to many',
    answer: DownloadAnswer,
  },
  newBatch: {
    summary:
      'Check a CSV file, a row a recipient of the template: every bad cell is named. If there is none, the batch is ready to start and its share of the day’s limits is reserved; nothing is sent yet',
    body: NewBatchInput,
    mostBytes: CSV_BYTES,
    answer: DryRunAnswer,
  },
  listBatches: {
    summary: 'Own sendings to many; for administrators all; newest first',
    query: BatchesQuery,
    answer: BatchesAnswer,
  },
  showBatch: { summary: 'How far a sending to many is, and why rows failed', answer: BatchAnswer },
  startBatch: {
    summary: 'Send the rows, at the rate of the configuration; or go on after a stop',
    answer: BatchAnswer,
    status: 202,
  },
  stopBatch: {
    summary: 'Send no further rows; those under way are finished',
    answer: BatchAnswer,
  },
  retryBatch: { summary: 'Try the rows that failed again', answer: BatchAnswer, status: 202 },
  batchResults: {
    summary: 'Each row with its result as a CSV file, or the failed ones alone',
    query: BatchResultsQuery,
    answer: DownloadAnswer,
  },
  listContacts: {
    summary: 'The company’s contacts by name, or the few that a search finds while one types',
    query: ContactsQuery,
    answer: ContactsAnswer,
  },
  addContact: {
    summary: 'Add a contact, for everybody of the company; one that is there stays as it is',
    body: ContactFactsInput,
    answer: ContactAnswer,
    status: 201,
  },
  changeContact: {
    summary: 'Replace a contact; its id follows its name and its address or number',
    body: ContactFactsInput,
    answer: ContactAnswer,
  },
  deleteContact: {
    summary: 'Delete a contact at once; envelopes and templates that name the person stay',
    answer: DiscardedAnswer,
  },
  listTokens: {
    summary: 'API tokens of machines, without their secrets; for administrators',
    answer: TokensAnswer,
  },
  newToken: {
    summary: 'Make an API token; its secret is in this answer alone. For administrators',
    body: NewTokenInput,
    answer: NewTokenAnswer,
    status: 201,
  },
  withdrawToken: {
    summary: 'Withdraw an API token: its next request is refused. For administrators',
    answer: TokenAnswer,
  },
  listWebhooks: {
    summary: 'Own webhooks; for administrators all. Registered last first',
    answer: WebhooksAnswer,
  },
  newWebhook: {
    summary: 'Register an address that events are posted to. The answer has its secret, this once',
    body: WebhookInput,
    answer: WebhookSecretAnswer,
    status: 201,
  },
  changeWebhook: {
    summary: 'Replace what a webhook is, pause it, or switch it on again',
    body: ChangeWebhookInput,
    answer: WebhookAnswer,
  },
  deleteWebhook: {
    summary: 'Delete a webhook: nothing more is posted there, nor tried again',
    answer: DiscardedAnswer,
  },
  rotateWebhookSecret: {
    summary:
      'A new secret, in the answer this once; requests are signed with the one before, too, for as long as asked',
    body: RotateSecretInput,
    answer: WebhookSecretAnswer,
  },
  pingWebhook: {
    summary: 'Post a test event, `webhook.ping`, now; its attempt is seen a moment later',
    answer: WebhookDeliveryAnswer,
    status: 202,
  },
  listWebhookAttempts: {
    summary: 'What was posted in the last 30 days, with each attempt; newest event first',
    query: WebhookAttemptsQuery,
    answer: WebhookDeliveriesAnswer,
  },
  resendWebhook: {
    summary: 'Post once more, now; its attempt is seen a moment later',
    answer: WebhookDeliveryAnswer,
    status: 202,
  },
} as const satisfies Operations<typeof SENDER_ROUTES>;

export const PUBLIC_OPERATIONS = {
  signIn: { summary: 'Where employees sign in', answer: SignInAnswer },
} as const satisfies Operations<typeof PUBLIC_ROUTES>;

export const OWN_OPERATIONS = {
  begin: {
    summary: 'Begin the ceremony of one’s own turn; the session comes as a cookie',
    answer: BegunAnswer,
  },
} as const satisfies Operations<typeof OWN_ROUTES>;

export const SIGNER_OPERATIONS = {
  exchange: {
    summary: 'A link’s token for a session, which comes as a cookie',
    body: ExchangeInput,
    answer: ExchangeAnswer,
  },
  show: { summary: 'How the ceremony stands', answer: CeremonyAnswer },
  shown: {
    summary: 'Say how the page showed the document: drawn, or opened as a PDF',
    body: ShownInput,
    answer: CeremonyAnswer,
  },
  consent: { summary: 'Accept the terms', body: ConsentInput, answer: CeremonyAnswer },
  code: {
    summary: 'Send a code to the party’s channel, to sign or to decline',
    body: CodeInput,
    answer: CodeAnswer,
  },
  confirm: {
    summary: 'A right code lets the session do what the code is for',
    body: ConfirmInput,
    answer: ConfirmAnswer,
  },
  document: { summary: 'The revision to be signed', answer: DocumentAnswer },
  upload: {
    summary: 'Where to post a picture of a signature, initials or a stamp',
    body: MarkUploadInput,
    answer: MarkUploadAnswer,
  },
  draft: {
    summary: 'Keep what was filled in so far, after a code to sign',
    body: DraftInput,
    mostBytes: VALUES_BYTES,
    answer: DraftAnswer,
  },
  copy: {
    summary:
      'Say, after a code to sign, to which e-mail address a copy of the signed document goes, or that none is wanted: for who is reached by text message',
    body: CopyInput,
    answer: CeremonyAnswer,
  },
  sign: { summary: 'Sign', body: SignInput, mostBytes: VALUES_BYTES, answer: SignedAnswer },
  decline: {
    summary: 'Refuse to sign, after a code to decline',
    body: DeclineInput,
    answer: CeremonyAnswer,
  },
  notForMe: {
    summary: 'Tell the sender that the link reached somebody else; takes no code, ends nothing',
    answer: CeremonyAnswer,
  },
  tellLocked: {
    summary: 'Tell the sender that no more codes can be sent, and a new invitation is needed',
    answer: CeremonyAnswer,
  },
  download: { summary: 'The signed PDF, until it is removed', answer: DownloadAnswer },
} as const satisfies Operations<typeof SIGNER_ROUTES>;

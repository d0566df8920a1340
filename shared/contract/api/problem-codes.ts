import type { RefusalCode } from '../../domain/errors.ts';
import { REFUSALS } from '../refusals/refusals.ts';
import { MACHINE_ROUTES, type MachineOperation } from './machine-routes.ts';
import type {
  OWN_OPERATIONS,
  PUBLIC_OPERATIONS,
  SENDER_OPERATIONS,
  SIGNER_OPERATIONS,
} from './operations.ts';
import type { Problem } from './problem.ts';
import { SENDER_ROUTES } from './routes.ts';

export type ProblemCode = Problem['code'];
type Codes = readonly RefusalCode[];

/** HTTP status of every problem code. */
export const PROBLEM_STATUS: Readonly<Record<ProblemCode, number>> = {
  ...(Object.fromEntries(
    Object.entries(REFUSALS).map(([code, { status }]) => [code, status]),
  ) as Record<RefusalCode, number>),
  malformed: 400,
  busy: 503,
  newer_release: 503,
  internal: 500,
};

/** Possible for every operation. */
const ALWAYS: readonly ProblemCode[] = [
  'body_too_large',
  'malformed',
  'busy',
  'newer_release',
  'internal',
];

const TEXTS: Codes = ['text_empty', 'text_unreadable'];
const FACTS: Codes = [
  ...TEXTS,
  'country_not_served',
  'deadline_out_of_range',
  'director_first',
  'language_not_offered',
  'number_not_mobile',
  'parties_invalid',
  'text_not_covered',
];
const LAYOUT: Codes = [
  'document_missing',
  'field_too_small',
  'fields_invalid',
  'option_repeated',
  'option_too_long',
  'text_not_covered',
];
const VALUES: Codes = [
  'date_out_of_range',
  'field_kind',
  'field_not_yours',
  'field_too_long',
  'field_unknown',
  'text_not_covered',
  'text_unreadable',
  'value_too_long',
];
/** Possible for a sender's act on a party that is still to sign. */
const STEERING: Codes = [
  'already_signed',
  'envelope_closed',
  'not_your_turn',
  'party_unknown',
  'too_many',
  'too_soon',
];
/** Possible for a party's act. */
const TURN: Codes = ['already_signed', 'envelope_closed', 'not_your_turn'];

/** Problems of a contact’s number. */
const CONTACT: Codes = ['country_not_served', 'number_not_mobile'];

/** Problems of using a template, and of changing one. */
const TEMPLATE: Codes = ['template_unknown'];
/** Problems of a template's content. */
const CONTENT: Codes = [...FACTS, ...LAYOUT, ...VALUES, 'field_of_nobody'];
/** Problems of a file's rows: in the answer's `problems`. */
const ROWS: Codes = ['cell_missing', 'column_missing', 'column_repeated', 'column_unknown'];
/** Problems of an envelope from which a template is made. */
const SOURCE: Codes = ['document_removed', 'envelope_unknown', 'place_unknown', 'place_unnamed'];

const sender = (...codes: Codes): readonly ProblemCode[] => [...ALWAYS, 'forbidden', ...codes];
const owner = (...codes: Codes) => sender('envelope_unknown', ...codes);
/** Of whoever makes something new. */
const NEW: Codes = ['owner_unknown'];
const session = (...codes: Codes): readonly ProblemCode[] => [
  ...ALWAYS,
  'document_removed',
  'envelope_unknown',
  'link_invalid',
  'session_expired',
  'session_missing',
  ...codes,
];

type ByOperation<O> = Readonly<Record<keyof O, readonly ProblemCode[]>>;

const SENDERS: ByOperation<typeof SENDER_OPERATIONS> = {
  settings: sender(),
  create: sender(...FACTS, ...NEW, 'too_many'),
  list: sender(...TEXTS, ...NEW),
  show: owner(),
  edit: owner('draft_changed', 'not_draft', 'too_many', ...FACTS),
  discard: owner('not_draft'),
  upload: owner('not_draft', 'pdf_too_large', 'too_many'),
  original: owner('document_missing', 'document_removed'),
  suggestions: owner('document_missing', 'document_removed'),
  place: owner('not_draft', 'too_many', ...LAYOUT, ...TEXTS),
  fill: owner('not_draft', 'too_many', ...VALUES),
  save: owner(
    'draft_changed',
    'field_of_nobody',
    'not_draft',
    'too_many',
    ...LAYOUT,
    ...TEXTS,
    ...VALUES,
  ),
  send: owner(
    'country_not_served',
    'deadline_out_of_range',
    'director_first',
    'field_missing',
    'field_of_nobody',
    'not_draft',
    'number_not_mobile',
    'signature_field_missing',
    'stamp_field_missing',
    'too_many',
    'text_empty',
    ...LAYOUT,
    ...VALUES,
  ),
  void: owner('envelope_closed', ...TEXTS),
  handOver: owner('not_draft', 'too_many', ...TEXTS),
  remind: owner(...STEERING),
  resend: owner(...STEERING),
  correct: owner('country_not_served', 'number_not_mobile', ...STEERING),
  document: owner('document_missing', 'document_removed'),
  download: owner('document_removed', 'not_completed'),
  ledger: owner(),
  audit: owner(),
  duplicate: owner('document_missing', 'parties_invalid', 'too_many'),
  listTemplates: sender(...TEXTS, ...NEW),
  newTemplate: sender(...SOURCE, ...CONTENT, ...NEW, 'too_many'),
  showTemplate: sender(...TEMPLATE),
  changeTemplate: sender(
    'template_archived',
    'template_changed',
    'template_full',
    'too_many',
    ...TEMPLATE,
    ...SOURCE,
    ...CONTENT,
  ),
  deleteTemplate: sender(...TEMPLATE),
  templateOriginal: sender(...TEMPLATE),
  duplicateTemplate: sender('document_missing', 'too_many', ...TEMPLATE, ...TEXTS, ...NEW),
  archiveTemplate: sender('too_many', ...TEMPLATE),
  useTemplate: sender(
    'field_missing',
    'person_missing',
    'place_unknown',
    'signature_field_missing',
    'stamp_field_missing',
    'template_archived',
    'too_many',
    ...TEMPLATE,
    ...CONTENT,
    ...NEW,
  ),
  templateSample: sender(...TEMPLATE),
  newBatch: sender(
    'batch_over_limit',
    'csv_too_large',
    'csv_unreadable',
    'signature_field_missing',
    'stamp_field_missing',
    'template_archived',
    'too_many',
    ...TEMPLATE,
    ...ROWS,
  ),
  listBatches: sender(),
  showBatch: sender('batch_unknown'),
  startBatch: sender('batch_over_limit', 'batch_unknown', 'too_many'),
  stopBatch: sender('batch_unknown'),
  retryBatch: sender('batch_over_limit', 'batch_unknown', 'too_many'),
  batchResults: sender('batch_unknown'),
  listContacts: sender(),
  addContact: sender('too_many', ...CONTACT, ...TEXTS),
  changeContact: sender('contact_unknown', 'too_many', ...CONTACT, ...TEXTS),
  deleteContact: sender('contact_unknown'),
  listTokens: sender(),
  newToken: sender(...TEXTS),
  withdrawToken: sender('not_found'),
  listWebhooks: sender(),
  newWebhook: sender('too_many', 'webhook_address', 'webhooks_full'),
  changeWebhook: sender('too_many', 'webhook_address', 'webhook_unknown'),
  deleteWebhook: sender('webhook_unknown'),
  rotateWebhookSecret: sender('too_many', 'webhook_unknown'),
  pingWebhook: sender('too_many', 'webhook_unknown'),
  listWebhookAttempts: sender('webhook_unknown'),
  resendWebhook: sender('delivery_unknown', 'too_many', 'webhook_unknown'),
};

/** Possible for what may bear an idempotency key. */
const KEY: Codes = ['idempotency_key_reused', 'request_under_way'];

/** The problem codes of each operation: those that are posted may bear an idempotency key. */
export const SENDER_PROBLEMS: ByOperation<typeof SENDER_OPERATIONS> = Object.fromEntries(
  Object.entries(SENDER_ROUTES).map(([route, operation]) => [
    operation,
    [...SENDERS[operation], ...(route.startsWith('POST ') ? KEY : [])],
  ]),
) as unknown as typeof SENDERS;

/** Possible for every request of a machine. */
const TOKEN: Codes = [
  'scope_missing',
  'token_ended',
  'token_missing',
  'token_unknown',
  'token_withdrawn',
];

/** The problem codes of each operation when a machine asks for it. */
export const MACHINE_PROBLEMS: ByOperation<Pick<typeof SENDER_OPERATIONS, MachineOperation>> =
  Object.fromEntries(
    Object.values(MACHINE_ROUTES).map((operation) => [
      operation,
      [...SENDER_PROBLEMS[operation], ...TOKEN],
    ]),
  ) as unknown as Record<MachineOperation, readonly ProblemCode[]>;

export const PUBLIC_PROBLEMS: ByOperation<typeof PUBLIC_OPERATIONS> = { signIn: ALWAYS };

export const OWN_PROBLEMS: ByOperation<typeof OWN_OPERATIONS> = {
  begin: owner(
    'address_not_verified',
    'document_not_ready',
    'document_removed',
    'link_invalid',
    'party_unknown',
    'too_many',
    ...TURN,
  ),
};

export const SIGNER_PROBLEMS: ByOperation<typeof SIGNER_OPERATIONS> = {
  exchange: [...ALWAYS, 'document_removed', 'link_invalid', 'too_many'],
  show: session(),
  shown: session('document_changed', ...TURN),
  consent: session('consent_outdated', 'too_many', ...TURN),
  code: session(
    'code_limit',
    'code_locked',
    'code_too_soon',
    'consent_required',
    'contact_invalid',
    'too_many',
    ...TURN,
  ),
  confirm: session(
    'code_elsewhere',
    'code_expired',
    'code_locked',
    'code_used',
    'code_wrong',
    'document_changed',
    ...TURN,
  ),
  document: session('document_not_ready', 'envelope_closed', 'not_your_turn'),
  upload: session('confirmation_required', 'too_many', ...TURN),
  draft: session(
    'confirmation_required',
    'signature_unreadable',
    'upload_missing',
    ...TURN,
    ...VALUES,
  ),
  copy: session('confirmation_required', 'copy_not_needed', 'too_many', ...TURN),
  sign: session(
    'confirmation_required',
    'consent_required',
    'document_changed',
    'document_not_shown',
    'field_missing',
    'image_damaged',
    'image_too_large',
    'image_type',
    'signature_blank',
    'signature_missing',
    'signature_unreadable',
    'stamp_missing',
    'upload_missing',
    ...TURN,
    ...VALUES,
  ),
  decline: session('confirmation_required', 'document_changed', ...TURN, ...TEXTS),
  notForMe: session(...TURN),
  tellLocked: session('code_not_locked', ...TURN),
  download: session('not_completed'),
};

/** API Gateway's own error messages, sent before a function is called; not problem documents. */
export const GATEWAY_MESSAGES = {
  401: 'Unauthorized',
  404: 'Not Found',
  413: 'Request Entity Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const;
export type GatewayStatus = keyof typeof GATEWAY_MESSAGES;

/** Gateway statuses of a route; 401 only with an authorizer. */
export const gatewayStatuses = (isAuthorized: boolean): GatewayStatus[] =>
  (Object.keys(GATEWAY_MESSAGES).map(Number) as GatewayStatus[]).filter(
    (status) => status !== 401 || isAuthorized,
  );

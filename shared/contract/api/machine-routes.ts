import type { Scope } from '../../domain/token/scope.ts';
import { SENDER_ROUTES } from './routes.ts';

type SenderOperation = (typeof SENDER_ROUTES)[keyof typeof SENDER_ROUTES];

/** The scope that a machine needs for each operation; null: people only. */
export const SCOPE_OF = {
  settings: 'envelopes:read',
  create: 'envelopes:write',
  list: 'envelopes:read',
  show: 'envelopes:read',
  edit: 'envelopes:write',
  discard: 'envelopes:write',
  upload: 'envelopes:write',
  original: 'envelopes:read',
  suggestions: 'envelopes:read',
  place: 'envelopes:write',
  fill: 'envelopes:write',
  save: 'envelopes:write',
  send: 'envelopes:write',
  duplicate: 'envelopes:write',
  handOver: null,
  void: 'envelopes:write',
  remind: 'envelopes:write',
  resend: 'envelopes:write',
  correct: 'envelopes:write',
  document: 'envelopes:read',
  download: 'envelopes:read',
  ledger: 'envelopes:read',
  audit: 'envelopes:read',
  listTemplates: 'templates:read',
  newTemplate: 'templates:write',
  showTemplate: 'templates:read',
  changeTemplate: 'templates:write',
  deleteTemplate: 'templates:write',
  templateOriginal: 'templates:read',
  duplicateTemplate: 'templates:write',
  archiveTemplate: 'templates:write',
  useTemplate: 'envelopes:write',
  templateSample: 'templates:read',
  newBatch: null,
  listBatches: null,
  showBatch: null,
  startBatch: null,
  stopBatch: null,
  retryBatch: null,
  batchResults: null,
  listContacts: 'contacts:read',
  addContact: 'contacts:write',
  changeContact: 'contacts:write',
  deleteContact: 'contacts:write',
  listTokens: null,
  newToken: null,
  withdrawToken: null,
  listWebhooks: 'webhooks',
  newWebhook: 'webhooks',
  changeWebhook: 'webhooks',
  deleteWebhook: 'webhooks',
  rotateWebhookSecret: 'webhooks',
  pingWebhook: 'webhooks',
  listWebhookAttempts: 'webhooks',
  resendWebhook: 'webhooks',
} as const satisfies Record<SenderOperation, Scope | null>;

export type MachineOperation = {
  [O in SenderOperation]: (typeof SCOPE_OF)[O] extends null ? never : O;
}[SenderOperation];

export const isForMachines = (operation: SenderOperation): operation is MachineOperation =>
  SCOPE_OF[operation] !== null;

/** `GET /api/envelopes` → `GET /api/v1/envelopes`. */
export const machineRoute = (route: string): string => route.replace(' /api/', ' /api/v1/');

/** The routes of machines: those of people under `/api/v1`, with an API token and without an authorizer. */
export const MACHINE_ROUTES: Readonly<Record<string, MachineOperation>> = Object.fromEntries(
  Object.entries(SENDER_ROUTES).flatMap(([route, operation]) =>
    isForMachines(operation) ? [[machineRoute(route), operation]] : [],
  ),
);

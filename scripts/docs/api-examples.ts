import type { MachineOperation } from '../../shared/contract/api/machine-routes.ts';

/** What must be there before a call: each has its id in the path. */
export type Needed =
  | 'draft'
  | 'checked'
  | 'placed'
  | 'sent'
  | 'completed'
  | 'template'
  | 'contact'
  | 'webhook'
  | 'delivery';

export interface Example {
  readonly on?: Needed;
  readonly query?: Readonly<Record<string, string>>;
  /** `{id}` and `{version}` stand for those of an earlier answer. */
  readonly body?: unknown;
}

const DIRECTOR = {
  id: 'director',
  role: 'director',
  turn: 0,
  name: 'Laura Bianchi',
  channel: { kind: 'email', address: 'laura.bianchi@officine-aurora.example' },
  language: 'it',
};
const CLIENT = {
  id: 'client',
  role: 'client',
  turn: 1,
  name: 'Matteo Serra',
  channel: { kind: 'email', address: 'matteo.serra@cliente.example' },
  language: 'it',
};
const FACTS = { title: 'Contratto di fornitura', language: 'it', parties: [DIRECTOR, CLIENT] };

const field = (id: string, party: string | null, kind: string, y: number) => ({
  ...{ id, party, kind, page: 0, x: 60, y, width: 180, height: 40 },
  label: id,
});
const FIELDS = [
  field('price', null, 'text', 100),
  field('signature1', 'director', 'signature', 160),
  field('signature2', 'client', 'signature', 220),
];
const VALUES = { price: '1.200 EUR' };

const CONTACT = {
  name: 'Matteo Serra',
  channel: { kind: 'email', address: 'matteo.serra@cliente.example' },
  language: 'it',
  organization: 'Serra S.r.l.',
};

const WEBHOOK = { url: 'https://erp.officine-aurora.example/sigillo' };

/** One call of each operation; test/flow/api-examples.test.ts carries each out. */
export const API_EXAMPLES: Readonly<Record<MachineOperation, Example>> = {
  settings: {},
  create: {
    body: { ...FACTS, externalId: 'ORD-2026-0042', metadata: { customer: '77' } },
  },
  list: { query: { search: 'ORD-2026-0042', limit: '10' } },
  show: { on: 'draft' },
  edit: { on: 'draft', body: { ...FACTS, title: 'Contratto di fornitura 2027' } },
  discard: { on: 'draft' },
  upload: { on: 'draft', body: { fileName: 'contratto.pdf', size: 48_213 } },
  original: { on: 'checked' },
  suggestions: { on: 'checked' },
  place: { on: 'checked', body: { fields: FIELDS } },
  fill: { on: 'placed', body: { values: VALUES } },
  save: {
    on: 'placed',
    body: { version: '{version}', tab: 'erp-worker-1', turn: 1, fields: FIELDS, values: VALUES },
  },
  send: { on: 'placed' },
  duplicate: { on: 'checked' },
  void: { on: 'sent', body: { reason: 'Ordine annullato' } },
  remind: { on: 'sent' },
  resend: { on: 'sent' },
  correct: {
    on: 'sent',
    body: { channel: { kind: 'email', address: 'l.bianchi@officine-aurora.example' } },
  },
  document: { on: 'sent' },
  download: { on: 'completed' },
  ledger: { on: 'sent' },
  audit: { on: 'sent' },
  listTemplates: { query: { of: 'company' } },
  newTemplate: {
    on: 'placed',
    body: {
      from: '{id}',
      name: 'Fornitura',
      visibility: 'company',
      places: [
        { id: 'director', name: 'Direzione', keepPerson: true },
        { id: 'client', name: 'Cliente' },
      ],
    },
  },
  showTemplate: { on: 'template' },
  changeTemplate: { on: 'template', body: { version: 1, name: 'Fornitura annuale' } },
  deleteTemplate: { on: 'template' },
  templateOriginal: { on: 'template' },
  duplicateTemplate: { on: 'template', body: { name: 'Fornitura, copia' } },
  archiveTemplate: { on: 'template', body: { archived: true } },
  useTemplate: {
    on: 'template',
    body: {
      people: [{ place: 'client', name: CLIENT.name, channel: CLIENT.channel }],
      values: VALUES,
      externalId: 'ORD-2026-0043',
      send: true,
    },
  },
  templateSample: { on: 'template' },
  listContacts: { query: { search: 'serra' } },
  addContact: { body: CONTACT },
  changeContact: { on: 'contact', body: { ...CONTACT, organization: 'Serra S.p.A.' } },
  deleteContact: { on: 'contact' },
  listWebhooks: {},
  newWebhook: { body: WEBHOOK },
  changeWebhook: { on: 'webhook', body: { ...WEBHOOK, isOn: false } },
  deleteWebhook: { on: 'webhook' },
  rotateWebhookSecret: { on: 'webhook', body: { keepHours: 24 } },
  pingWebhook: { on: 'webhook' },
  listWebhookAttempts: { on: 'webhook', query: { limit: '5' } },
  resendWebhook: { on: 'delivery' },
};

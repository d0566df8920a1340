import type * as z from 'zod';
import type {
  ContactAnswer,
  ContactsAnswer,
} from '../../shared/contract/sender/contact-answers.ts';
import type {
  CreatedAnswer,
  DiscardedAnswer,
  DownloadAnswer,
  EnvelopeAnswer,
  HandOverAnswer,
  ListAnswer,
  PresignedPostAnswer,
  SavedAnswer,
  SettingsAnswer,
  SuggestionsAnswer,
} from '../../shared/contract/sender/sender-answers.ts';
import type {
  EditInput,
  EnvelopeInput,
  FieldInput,
  HandOverInput,
  ListQuery,
  SaveInput as SaveInputSchema,
} from '../../shared/contract/sender/sender-inputs.ts';
import type {
  TemplateAnswer,
  TemplatesAnswer,
} from '../../shared/contract/sender/template-answers.ts';
import type {
  ChangeTemplateInput,
  NewTemplateInput,
  TemplatesQuery,
  UseTemplateInput,
} from '../../shared/contract/sender/template-inputs.ts';
import type {
  WebhookAnswer,
  WebhookDeliveriesAnswer,
  WebhookDeliveryAnswer,
  WebhookSecretAnswer,
  WebhooksAnswer,
} from '../../shared/contract/sender/webhook-answers.ts';
import type { WebhookInput } from '../../shared/contract/sender/webhook-inputs.ts';
import type { BegunAnswer } from '../../shared/contract/signer.ts';
import type { Api } from '../ui/api.ts';

export type { EnvelopeSummary } from '../../shared/contract/sender/sender-answers.ts';
export type { TemplateSummary } from '../../shared/contract/sender/template-answers.ts';
export type Envelope = EnvelopeAnswer;
export type Template = TemplateAnswer;
export type Place = Template['places'][number];
export type NewTemplate = z.input<typeof NewTemplateInput>;
export type TemplateChange = z.input<typeof ChangeTemplateInput>;
export type TemplateUse = z.input<typeof UseTemplateInput>;
export type EnvelopeFacts = z.input<typeof EnvelopeInput>;
export type EditedFacts = z.input<typeof EditInput>;
export type SaveInput = z.input<typeof SaveInputSchema>;
export type Saved = SavedAnswer;
export type Party = Envelope['parties'][number];
export type Failure = NonNullable<Party['undelivered']>['kind'];
export type Contact = ContactAnswer;
export type Channel = Party['channel'];
export type Field = z.output<typeof FieldInput>;
export type FieldKind = Field['kind'];
export type Webhook = WebhookAnswer;
export type NewWebhook = z.input<typeof WebhookInput>;
export type ShownSecret = WebhookSecretAnswer;
export type WebhookDelivery = WebhookDeliveryAnswer;
export type Values = Envelope['values'];
export type Status = Envelope['status'];
export type TimelineItem = Envelope['timeline'][number];
export type Settings = SettingsAnswer;
export type Suggestions = SuggestionsAnswer;
export type ListGroup = NonNullable<Query['group']>;
type Query = Partial<z.output<typeof ListQuery>>;
type TemplateQuery = Partial<z.output<typeof TemplatesQuery>>;
type Created = z.output<typeof CreatedAnswer>;
type Download = z.output<typeof DownloadAnswer>;

/** Client of the sender's API, one method per operation. */
export function senderApi(api: Api) {
  const at = (id: string, rest = '') => `/api/envelopes/${id}${rest}`;
  const atParty = (id: string, party: string, act: string) => at(id, `/parties/${party}/${act}`);
  const pressed = pressedOnce();
  const atTemplate = (id: string, rest = '') => `/api/templates/${id}${rest}`;
  const atWebhook = (id: string, rest = '') => `/api/webhooks/${id}${rest}`;
  return {
    settings: () => api.get<Settings>('/api/settings'),
    list: (query: Query, signal?: AbortSignal) =>
      api.get<z.output<typeof ListAnswer>>(`/api/envelopes?${searchOf(query)}`, signal),
    show: (id: string) => api.get<Envelope>(at(id)),
    create: (facts: EnvelopeFacts) => api.post<Created>('/api/envelopes', facts),
    duplicate: (id: string) => api.post<Created>(at(id, '/duplicate')),
    edit: (id: string, facts: EditedFacts) => api.put<Envelope>(at(id), facts),
    discard: (id: string) => api.delete<z.output<typeof DiscardedAnswer>>(at(id)),
    upload: (id: string, fileName: string, size: number) =>
      api.post<z.output<typeof PresignedPostAnswer>>(at(id, '/upload'), { fileName, size }),
    original: (id: string) => api.get<Download>(at(id, '/original')),
    suggestions: (id: string) => api.get<Suggestions>(at(id, '/suggestions')),
    save: (id: string, draft: SaveInput, isLast: boolean) =>
      api.put<Saved>(at(id, '/draft'), draft, isLast),
    send: (id: string) => api.post<Envelope>(at(id, '/send')),
    findContacts: (search: string, signal: AbortSignal) =>
      api.get<ContactsAnswer>(`/api/contacts?${new URLSearchParams({ search })}`, signal),
    begin: (id: string) => api.post<z.output<typeof BegunAnswer>>(at(id, '/ceremony')),
    void: (id: string, reason: string) => api.post<Envelope>(at(id, '/void'), { reason }),
    handOver: (id: string, body: z.input<typeof HandOverInput>) =>
      api.post<z.output<typeof HandOverAnswer>>(at(id, '/owner'), body),
    remind: (id: string, party: string) => api.post<Envelope>(atParty(id, party, 'remind')),
    resend: (id: string, party: string) => api.post<Envelope>(atParty(id, party, 'resend')),
    correct: (id: string, party: string, channel: Channel) =>
      api.put<Envelope>(atParty(id, party, 'contact'), { channel }),
    document: (id: string) => api.get<Download>(at(id, '/document')),
    download: (id: string) => api.get<Download>(at(id, '/download')),
    ledger: (id: string) => api.get<Download>(at(id, '/ledger')),
    audit: (id: string) => api.get<Download>(at(id, '/audit')),
    templates: (query: TemplateQuery) =>
      api.get<z.output<typeof TemplatesAnswer>>(`/api/templates?${searchOf(query)}`),
    template: (id: string) => api.get<Template>(atTemplate(id)),
    templateOriginal: (id: string) => api.get<Download>(atTemplate(id, '/original')),
    newTemplate: (input: NewTemplate) => api.post<Template>('/api/templates', input),
    changeTemplate: (id: string, change: TemplateChange) =>
      api.put<Template>(atTemplate(id), change),
    duplicateTemplate: (id: string, name: string) =>
      api.post<Template>(atTemplate(id, '/duplicate'), { name }),
    archiveTemplate: (id: string, archived: boolean) =>
      api.post<Template>(atTemplate(id, '/archive'), { archived }),
    deleteTemplate: (id: string) => api.delete<Created>(atTemplate(id)),
    beginFrom: (template: string, use: TemplateUse) =>
      pressed(JSON.stringify([template, use]), (key) =>
        api.post<Created>(atTemplate(template, '/envelopes'), use, key),
      ),
    webhooks: () => api.get<WebhooksAnswer>('/api/webhooks'),
    newWebhook: (webhook: NewWebhook) => api.post<ShownSecret>('/api/webhooks', webhook),
    changeWebhook: ({ id, url, scope, events }: Webhook, isOn: boolean) =>
      api.put<Webhook>(atWebhook(id), { url, scope, events, isOn }),
    newWebhookSecret: (id: string) => api.post<ShownSecret>(atWebhook(id, '/secret'), {}),
    pingWebhook: (id: string) => api.post<WebhookDelivery>(atWebhook(id, '/ping')),
    deleteWebhook: (id: string) => api.delete<Created>(atWebhook(id)),
    webhookDeliveries: (id: string, cursor?: string) =>
      api.get<WebhookDeliveriesAnswer>(
        `${atWebhook(id, '/deliveries')}?${new URLSearchParams(cursor ? { cursor } : {})}`,
      ),
    resendWebhook: (id: string, delivery: string) =>
      api.post<WebhookDelivery>(atWebhook(id, `/deliveries/${delivery}/resend`)),
  };
}

/** What is pressed again because its answer was lost bears the key of before, so that nothing is sent twice. */
function pressedOnce() {
  let last = { asked: '', key: '' };
  return async <T>(asked: string, act: (key: string) => Promise<T>): Promise<T> => {
    if (last.asked !== asked) last = { asked, key: crypto.randomUUID() };
    const answer = await act(last.key);
    last = { asked: '', key: '' };
    return answer;
  };
}

export type SenderApi = ReturnType<typeof senderApi>;

const searchOf = (query: Query | TemplateQuery): string =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  ).toString();

/** A draft's content in the form in which it is sent back with changes. */
export const factsOf = ({
  title,
  language,
  message,
  parties,
  deadlineDays,
  deadlineDate,
  reminderDays,
}: Envelope): EnvelopeFacts => ({
  title,
  language,
  ...(message !== undefined && { message }),
  parties: parties.map(({ id, role, turn, name, channel, language, stamps }) => ({
    id,
    role,
    turn,
    name,
    channel,
    language,
    ...(stamps !== undefined && { stamps }),
  })),
  deadlineDays,
  ...(deadlineDate !== undefined && { deadlineDate }),
  reminderDays,
});

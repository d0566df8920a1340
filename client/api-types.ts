// Written by npm run docs from docs/openapi.json.

export interface paths {
  readonly '/settings': {
    readonly get: { readonly parameters: { readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': SettingsAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/envelopes': {
    readonly post: { readonly parameters: { readonly header?: Readonly<Record<string, string>> }; readonly requestBody: { readonly content: { readonly 'application/json': CreateInput } }; readonly responses: { readonly 201: { readonly content: { readonly 'application/json': CreatedAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
    readonly get: { readonly parameters: { readonly query?: { readonly status?: 'draft' | 'preparing' | 'signing' | 'signed' | 'completed' | 'declined' | 'voided' | 'expired' | 'failed' | 'purged'; readonly group?: 'waiting' | 'draft' | 'done' | 'stopped'; readonly waitsFor?: 'owner'; readonly owner?: string; readonly search?: string; readonly limit?: number; readonly cursor?: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': ListAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/envelopes/{id}': {
    readonly get: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': EnvelopeAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
    readonly put: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly requestBody: { readonly content: { readonly 'application/json': EditInput } }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': EnvelopeAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
    readonly delete: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': DiscardedAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/envelopes/{id}/upload': {
    readonly post: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly requestBody: { readonly content: { readonly 'application/json': UploadInput } }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': PresignedPostAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/envelopes/{id}/original': {
    readonly get: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': DownloadAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/envelopes/{id}/suggestions': {
    readonly get: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': SuggestionsAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/envelopes/{id}/fields': {
    readonly put: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly requestBody: { readonly content: { readonly 'application/json': PlaceInput } }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': EnvelopeAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/envelopes/{id}/values': {
    readonly put: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly requestBody: { readonly content: { readonly 'application/json': ValuesInput } }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': EnvelopeAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/envelopes/{id}/draft': {
    readonly put: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly requestBody: { readonly content: { readonly 'application/json': SaveInput } }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': SavedAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/envelopes/{id}/send': {
    readonly post: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 202: { readonly content: { readonly 'application/json': EnvelopeAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/envelopes/{id}/duplicate': {
    readonly post: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 201: { readonly content: { readonly 'application/json': CreatedAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/envelopes/{id}/void': {
    readonly post: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly requestBody: { readonly content: { readonly 'application/json': DeclineInput } }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': EnvelopeAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/envelopes/{id}/parties/{party}/remind': {
    readonly post: { readonly parameters: { readonly path: { readonly id: string; readonly party: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': EnvelopeAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/envelopes/{id}/parties/{party}/resend': {
    readonly post: { readonly parameters: { readonly path: { readonly id: string; readonly party: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': EnvelopeAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/envelopes/{id}/parties/{party}/contact': {
    readonly put: { readonly parameters: { readonly path: { readonly id: string; readonly party: string }; readonly header?: Readonly<Record<string, string>> }; readonly requestBody: { readonly content: { readonly 'application/json': ContactInput } }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': EnvelopeAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/envelopes/{id}/document': {
    readonly get: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': DownloadAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/envelopes/{id}/download': {
    readonly get: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': DownloadAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/envelopes/{id}/ledger': {
    readonly get: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': DownloadAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/envelopes/{id}/audit': {
    readonly get: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': DownloadAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/templates': {
    readonly get: { readonly parameters: { readonly query?: { readonly of?: 'visible' | 'company' | 'own' | 'all'; readonly archived?: string; readonly owner?: string; readonly limit?: number; readonly cursor?: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': TemplatesAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
    readonly post: { readonly parameters: { readonly header?: Readonly<Record<string, string>> }; readonly requestBody: { readonly content: { readonly 'application/json': NewTemplateInput } }; readonly responses: { readonly 201: { readonly content: { readonly 'application/json': TemplateAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/templates/{id}': {
    readonly get: { readonly parameters: { readonly path: { readonly id: string }; readonly query?: { readonly version?: number }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': TemplateAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
    readonly put: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly requestBody: { readonly content: { readonly 'application/json': ChangeTemplateInput } }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': TemplateAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
    readonly delete: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': DiscardedAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/templates/{id}/original': {
    readonly get: { readonly parameters: { readonly path: { readonly id: string }; readonly query?: { readonly version?: number }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': DownloadAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/templates/{id}/duplicate': {
    readonly post: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly requestBody: { readonly content: { readonly 'application/json': DuplicateTemplateInput } }; readonly responses: { readonly 201: { readonly content: { readonly 'application/json': TemplateAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/templates/{id}/archive': {
    readonly post: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly requestBody: { readonly content: { readonly 'application/json': ArchiveTemplateInput } }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': TemplateAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/templates/{id}/envelopes': {
    readonly post: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly requestBody: { readonly content: { readonly 'application/json': UseTemplateInput } }; readonly responses: { readonly 201: { readonly content: { readonly 'application/json': CreatedAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/templates/{id}/sample': {
    readonly get: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': DownloadAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/contacts': {
    readonly get: { readonly parameters: { readonly query?: { readonly search?: string; readonly limit?: number; readonly cursor?: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': ContactsAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
    readonly post: { readonly parameters: { readonly header?: Readonly<Record<string, string>> }; readonly requestBody: { readonly content: { readonly 'application/json': ContactFactsInput } }; readonly responses: { readonly 201: { readonly content: { readonly 'application/json': ContactAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/contacts/{id}': {
    readonly put: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly requestBody: { readonly content: { readonly 'application/json': ContactFactsInput } }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': ContactAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
    readonly delete: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': DiscardedAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/webhooks': {
    readonly get: { readonly parameters: { readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': WebhooksAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
    readonly post: { readonly parameters: { readonly header?: Readonly<Record<string, string>> }; readonly requestBody: { readonly content: { readonly 'application/json': WebhookInput } }; readonly responses: { readonly 201: { readonly content: { readonly 'application/json': WebhookSecretAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/webhooks/{id}': {
    readonly put: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly requestBody: { readonly content: { readonly 'application/json': ChangeWebhookInput } }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': WebhookAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
    readonly delete: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': DiscardedAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/webhooks/{id}/secret': {
    readonly post: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly requestBody: { readonly content: { readonly 'application/json': RotateSecretInput } }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': WebhookSecretAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/webhooks/{id}/ping': {
    readonly post: { readonly parameters: { readonly path: { readonly id: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 202: { readonly content: { readonly 'application/json': WebhookDeliveryAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/webhooks/{id}/deliveries': {
    readonly get: { readonly parameters: { readonly path: { readonly id: string }; readonly query?: { readonly limit?: number; readonly cursor?: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': WebhookDeliveriesAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
  readonly '/webhooks/{id}/deliveries/{delivery}/resend': {
    readonly post: { readonly parameters: { readonly path: { readonly id: string; readonly delivery: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 202: { readonly content: { readonly 'application/json': WebhookDeliveryAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
}

export interface PublicPaths {
  readonly '/api/sign-in': {
    readonly get: { readonly parameters: { readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': SignInAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
}

export interface VerifierPaths {
  readonly '/verify': {
    readonly get: { readonly parameters: { readonly query?: { readonly code?: string }; readonly header?: Readonly<Record<string, string>> }; readonly responses: { readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
    readonly post: { readonly parameters: { readonly header?: Readonly<Record<string, string>> }; readonly requestBody: { readonly content: { readonly 'application/json': VerifyRequest } }; readonly responses: { readonly 200: { readonly content: { readonly 'application/json': VerifyAnswer } }; readonly default: { readonly content: { readonly 'application/problem+json': Problem } } } };
  };
}

export type ArchiveTemplateInput = { readonly archived: boolean };

export type ChangeTemplateInput = { readonly version: number; readonly name?: string; readonly visibility?: 'company' | 'own'; readonly content?: { readonly title: string; readonly language: 'it' | 'en' | 'de' | 'fr' | 'es'; readonly message?: string; readonly deadlineDays?: number; readonly reminderDays?: (number)[]; readonly places: ({ readonly id: string; readonly role: 'director' | 'client'; readonly turn: number; readonly language: 'it' | 'en' | 'de' | 'fr' | 'es'; readonly stamps?: boolean; readonly name: string; readonly channel: 'email' | 'sms'; readonly person?: { readonly name: string; readonly channel: { readonly kind: 'email'; readonly address: string } | { readonly kind: 'sms'; readonly number: string } } })[]; readonly fields: ({ readonly id: string; readonly party: string | null; readonly kind: 'signature' | 'initials' | 'stamp' | 'text' | 'number' | 'date' | 'checkbox' | 'choice'; readonly page: number; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly label: string; readonly required?: boolean; readonly options?: (string)[]; readonly multiline?: boolean; readonly earliest?: string; readonly latest?: string })[]; readonly values: Readonly<Record<string, string | boolean>> }; readonly from?: string; readonly places?: ({ readonly id: string; readonly name: string; readonly keepPerson?: boolean })[] };

export type ChangeWebhookInput = { readonly url: string; readonly scope?: 'company' | 'own'; readonly events?: ('envelope.created' | 'envelope.sent' | 'party.invited' | 'party.opened' | 'party.signed' | 'party.declined' | 'party.reported' | 'envelope.completed' | 'envelope.owner-changed' | 'envelope.expired' | 'envelope.voided' | 'envelope.failed' | 'envelope.purged' | 'envelope.erased' | 'delivery.failed' | 'delivery.delayed')[]; readonly isOn: boolean };

export type ContactAnswer = { readonly id: string; readonly name: string; readonly channel: { readonly kind: 'email'; readonly address: string } | { readonly kind: 'sms'; readonly number: string }; readonly language: 'it' | 'en' | 'de' | 'fr' | 'es'; readonly organization?: string; readonly addedAt: string; readonly addedBy: string };

export type ContactFactsInput = { readonly name: string; readonly channel: { readonly kind: 'email'; readonly address: string } | { readonly kind: 'sms'; readonly number: string }; readonly language: 'it' | 'en' | 'de' | 'fr' | 'es'; readonly organization?: string };

export type ContactInput = { readonly channel: { readonly kind: 'email'; readonly address: string } | { readonly kind: 'sms'; readonly number: string } };

export type ContactsAnswer = { readonly items: ({ readonly id: string; readonly name: string; readonly channel: { readonly kind: 'email'; readonly address: string } | { readonly kind: 'sms'; readonly number: string }; readonly language: 'it' | 'en' | 'de' | 'fr' | 'es'; readonly organization?: string; readonly addedAt: string; readonly addedBy: string })[]; readonly cursor?: string };

export type CreateInput = { readonly title: string; readonly language: 'it' | 'en' | 'de' | 'fr' | 'es'; readonly message?: string; readonly parties: ({ readonly id: string; readonly role: 'director' | 'client'; readonly turn: number; readonly name: string; readonly channel: { readonly kind: 'email'; readonly address: string } | { readonly kind: 'sms'; readonly number: string }; readonly language: 'it' | 'en' | 'de' | 'fr' | 'es'; readonly stamps?: boolean })[]; readonly deadlineDays?: number; readonly deadlineDate?: string; readonly reminderDays?: (number)[]; readonly externalId?: string; readonly metadata?: Readonly<Record<string, string>>; readonly owner?: string };

export type CreatedAnswer = { readonly id: string };

export type DeclineInput = { readonly reason: string };

export type DiscardedAnswer = { readonly id: string };

export type DownloadAnswer = { readonly url: string; readonly fileName: string; readonly expiresAt: string };

export type DuplicateTemplateInput = { readonly name: string; readonly visibility?: 'company' | 'own'; readonly owner?: string };

export type EditInput = { readonly title: string; readonly language: 'it' | 'en' | 'de' | 'fr' | 'es'; readonly message?: string; readonly parties: ({ readonly id: string; readonly role: 'director' | 'client'; readonly turn: number; readonly name: string; readonly channel: { readonly kind: 'email'; readonly address: string } | { readonly kind: 'sms'; readonly number: string }; readonly language: 'it' | 'en' | 'de' | 'fr' | 'es'; readonly stamps?: boolean })[]; readonly deadlineDays?: number; readonly deadlineDate?: string; readonly reminderDays?: (number)[]; readonly version?: string };

export type EnvelopeAnswer = { readonly id: string; readonly title: string; readonly status: 'draft' | 'preparing' | 'signing' | 'signed' | 'completed' | 'declined' | 'voided' | 'expired' | 'failed' | 'purged'; readonly ended?: 'completed' | 'declined' | 'voided' | 'expired' | 'failed'; readonly createdAt: string; readonly updatedAt: string; readonly deadline?: string; readonly waitingFor: (string)[]; readonly template?: { readonly id: string; readonly version: number; readonly batch?: { readonly id: string; readonly row: number } }; readonly externalId?: string; readonly standsStillSince?: string; readonly parties: ({ readonly id: string; readonly role: 'director' | 'client'; readonly turn: number; readonly name: string; readonly channel: { readonly kind: 'email'; readonly address: string } | { readonly kind: 'sms'; readonly number: string }; readonly language: 'it' | 'en' | 'de' | 'fr' | 'es'; readonly stamps?: boolean; readonly invitedAt?: string; readonly openedAt?: string; readonly undeliveredAt?: string; readonly undelivered?: { readonly kind: 'failed' | 'delayed' | 'complaint'; readonly at: string; readonly notice: string; readonly reason: string }; readonly notMineAt?: string; readonly lockedAt?: string; readonly signedAt?: string; readonly method?: string })[]; readonly language: 'it' | 'en' | 'de' | 'fr' | 'es'; readonly message?: string; readonly owner: { readonly email: string; readonly name: string }; readonly deadlineDays: number; readonly deadlineDate?: string; readonly reminderDays: (number)[]; readonly metadata?: Readonly<Record<string, string>>; readonly sentAt?: string; readonly endedAt?: string; readonly removedAt?: string; readonly reason?: string; readonly declinedBy?: string; readonly document?: { readonly upload: string; readonly name: string; readonly sha256: string; readonly length: number; readonly pages: ({ readonly width: number; readonly height: number })[]; readonly removed: ('javascript' | 'launch_action' | 'submit_action' | 'reset_action' | 'import_action' | 'remote_action' | 'media_action' | 'visibility_action' | 'viewer_action' | 'unsafe_link' | 'open_action' | 'additional_actions' | 'other_action' | 'form_fields')[] }; readonly refusedDocument?: { readonly upload: string; readonly name: string; readonly code: string; readonly sentence: string }; readonly fields: ({ readonly id: string; readonly party: unknown; readonly kind: 'signature' | 'initials' | 'stamp' | 'text' | 'number' | 'date' | 'checkbox' | 'choice'; readonly page: number; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly label: string; readonly required: boolean; readonly options?: (string)[]; readonly multiline?: boolean; readonly earliest?: string; readonly latest?: string })[]; readonly outside?: ({ readonly id: string; readonly party: unknown; readonly kind: 'signature' | 'initials' | 'stamp' | 'text' | 'number' | 'date' | 'checkbox' | 'choice'; readonly page: number; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly label: string; readonly required: boolean; readonly options?: (string)[]; readonly multiline?: boolean; readonly earliest?: string; readonly latest?: string })[]; readonly draft?: { readonly version: string; readonly savedAt?: string }; readonly isArchived?: boolean; readonly values: Readonly<Record<string, unknown>>; readonly timeline: ({ readonly seq: number; readonly at: string; readonly type: string; readonly party?: string; readonly facts: Readonly<Record<string, unknown>> })[]; readonly verifyUrl: string };

export type ListAnswer = { readonly items: ({ readonly id: string; readonly ownedBy?: { readonly subject: string; readonly email?: string; readonly name?: string }; readonly title: string; readonly status: 'draft' | 'preparing' | 'signing' | 'signed' | 'completed' | 'declined' | 'voided' | 'expired' | 'failed' | 'purged'; readonly ended?: 'completed' | 'declined' | 'voided' | 'expired' | 'failed'; readonly createdAt: string; readonly updatedAt: string; readonly deadline?: string; readonly waitingFor: (string)[]; readonly template?: { readonly id: string; readonly version: number; readonly batch?: { readonly id: string; readonly row: number } }; readonly externalId?: string; readonly standsStillSince?: string; readonly parties: ({ readonly id: string; readonly name: string; readonly role: 'director' | 'client'; readonly signedAt?: string; readonly undelivered?: { readonly kind: 'failed' | 'delayed' | 'complaint'; readonly at: string; readonly notice: string; readonly reason: string } })[] })[]; readonly cursor?: string };

export type NewTemplateInput = { readonly from: string; readonly name: string; readonly visibility: 'company' | 'own'; readonly places: ({ readonly id: string; readonly name: string; readonly keepPerson?: boolean })[]; readonly owner?: string };

export type PlaceInput = { readonly fields: ({ readonly id: string; readonly party: string | null; readonly kind: 'signature' | 'initials' | 'stamp' | 'text' | 'number' | 'date' | 'checkbox' | 'choice'; readonly page: number; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly label: string; readonly required?: boolean; readonly options?: (string)[]; readonly multiline?: boolean; readonly earliest?: string; readonly latest?: string })[] };

export type PresignedPostAnswer = { readonly upload: string; readonly url: string; readonly fields: Readonly<Record<string, string>>; readonly maxBytes: number; readonly expiresAt: string };

export type Problem = { readonly type: string; readonly title: string; readonly status: number; readonly code: 'address_not_verified' | 'already_signed' | 'batch_over_limit' | 'batch_unknown' | 'body_too_large' | 'cell_missing' | 'code_elsewhere' | 'code_expired' | 'code_limit' | 'code_locked' | 'code_not_locked' | 'code_too_soon' | 'code_used' | 'code_wrong' | 'column_missing' | 'column_repeated' | 'column_unknown' | 'confirmation_required' | 'consent_outdated' | 'consent_required' | 'contact_invalid' | 'copy_not_needed' | 'contact_unknown' | 'country_not_served' | 'csv_too_large' | 'csv_unreadable' | 'date_out_of_range' | 'deadline_out_of_range' | 'director_first' | 'delivery_unknown' | 'document_changed' | 'document_missing' | 'document_not_ready' | 'document_not_shown' | 'document_removed' | 'draft_changed' | 'envelope_closed' | 'envelope_unknown' | 'field_kind' | 'field_missing' | 'field_not_yours' | 'field_of_nobody' | 'field_too_long' | 'field_too_small' | 'field_unknown' | 'fields_invalid' | 'forbidden' | 'idempotency_key_reused' | 'image_damaged' | 'image_too_large' | 'image_type' | 'language_not_offered' | 'layout_invalid' | 'link_invalid' | 'method_not_allowed' | 'not_completed' | 'not_draft' | 'not_found' | 'not_your_turn' | 'number_not_mobile' | 'option_repeated' | 'option_too_long' | 'owner_unknown' | 'parties_invalid' | 'party_unknown' | 'pdf_damaged' | 'pdf_embedded_files' | 'pdf_encrypted' | 'pdf_form_text' | 'pdf_signed' | 'pdf_too_large' | 'pdf_unforeseen' | 'pdf_unsafe' | 'pdf_xfa' | 'person_missing' | 'place_unknown' | 'place_unnamed' | 'request_under_way' | 'scope_missing' | 'session_expired' | 'session_missing' | 'signature_blank' | 'signature_field_missing' | 'signature_missing' | 'signature_unreadable' | 'stamp_field_missing' | 'stamp_missing' | 'tag_not_removable' | 'template_archived' | 'template_changed' | 'template_full' | 'template_unknown' | 'text_empty' | 'text_not_covered' | 'text_unreadable' | 'token_ended' | 'token_missing' | 'token_unknown' | 'token_withdrawn' | 'too_many' | 'too_soon' | 'upload_missing' | 'value_too_long' | 'values_missing' | 'webhook_address' | 'webhook_unknown' | 'webhooks_full' | 'malformed' | 'busy' | 'newer_release' | 'internal'; readonly language: 'it' | 'en' | 'de' | 'fr' | 'es'; readonly requestId: string; readonly facts?: Readonly<Record<string, unknown>>; readonly issues?: ({ readonly path: string; readonly message: string })[] };

export type RotateSecretInput = { readonly keepHours?: number };

export type SaveInput = { readonly version: string; readonly tab: string; readonly turn: number; readonly fields: ({ readonly id: string; readonly party: string | null; readonly kind: 'signature' | 'initials' | 'stamp' | 'text' | 'number' | 'date' | 'checkbox' | 'choice'; readonly page: number; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly label: string; readonly required?: boolean; readonly options?: (string)[]; readonly multiline?: boolean; readonly earliest?: string; readonly latest?: string })[]; readonly values: Readonly<Record<string, string | boolean>>; readonly place?: boolean };

export type SavedAnswer = { readonly version: string; readonly savedAt?: string };

export type SettingsAnswer = { readonly company: string; readonly colour: string; readonly country: string; readonly timeZone: string; readonly languages: ('it' | 'en' | 'de' | 'fr' | 'es')[]; readonly order: 'any' | 'directorFirst'; readonly smsCountries: (string)[]; readonly documentDays: number; readonly maxDeadlineDays: number; readonly maxDocumentBytes: number; readonly maxFields: number; readonly verifierUrl: string; readonly me: { readonly subject: string; readonly email: string; readonly name: string; readonly isAdministrator: boolean; readonly emailVerified: boolean } };

export type SignInAnswer = { readonly company: string; readonly colour: string; readonly languages: ('it' | 'en' | 'de' | 'fr' | 'es')[]; readonly issuer: string; readonly clientId: string };

export type SuggestionsAnswer = { readonly suggestions: ({ readonly id: string; readonly source: 'tag' | 'form' | 'line'; readonly kind: 'signature' | 'initials' | 'stamp' | 'text' | 'number' | 'date' | 'checkbox' | 'choice'; readonly page: number; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly required: boolean; readonly label?: string; readonly options?: (string)[]; readonly multiline?: boolean; readonly meant?: { readonly role: 'director' | 'client'; readonly number: number }; readonly party?: string })[]; readonly wrongTags: ({ readonly page: number; readonly text: string; readonly problem: 'unclosed' | 'kind' | 'party' | 'option' | 'options' | 'label' })[] };

export type TemplateAnswer = { readonly id: string; readonly name: string; readonly visibility: 'company' | 'own'; readonly owner: { readonly subject: string; readonly name: string }; readonly version: number; readonly createdAt: string; readonly updatedAt: string; readonly archivedAt?: string; readonly mayChange: boolean; readonly title: string; readonly language: 'it' | 'en' | 'de' | 'fr' | 'es'; readonly message?: string; readonly places: ({ readonly id: string; readonly name: string; readonly role: 'director' | 'client'; readonly turn: number; readonly stamps?: boolean; readonly language: 'it' | 'en' | 'de' | 'fr' | 'es'; readonly channel: 'email' | 'sms'; readonly person?: { readonly name: string; readonly channel: { readonly kind: 'email'; readonly address: string } | { readonly kind: 'sms'; readonly number: string } } })[]; readonly deadlineDays: number; readonly reminderDays: (number)[]; readonly fields: ({ readonly id: string; readonly party: unknown; readonly kind: 'signature' | 'initials' | 'stamp' | 'text' | 'number' | 'date' | 'checkbox' | 'choice'; readonly page: number; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly label: string; readonly required: boolean; readonly options?: (string)[]; readonly multiline?: boolean; readonly earliest?: string; readonly latest?: string })[]; readonly values: Readonly<Record<string, unknown>>; readonly document: { readonly name: string; readonly sha256: string; readonly length: number; readonly pages: ({ readonly width: number; readonly height: number })[]; readonly removed: ('javascript' | 'launch_action' | 'submit_action' | 'reset_action' | 'import_action' | 'remote_action' | 'media_action' | 'visibility_action' | 'viewer_action' | 'unsafe_link' | 'open_action' | 'additional_actions' | 'other_action' | 'form_fields')[] }; readonly shownVersion: number; readonly versions: ({ readonly number: number; readonly at: string; readonly by: string })[] };

export type TemplatesAnswer = { readonly items: ({ readonly id: string; readonly name: string; readonly visibility: 'company' | 'own'; readonly owner: { readonly subject: string; readonly name: string }; readonly version: number; readonly createdAt: string; readonly updatedAt: string; readonly archivedAt?: string; readonly places: ({ readonly id: string; readonly name: string; readonly role: 'director' | 'client'; readonly turn: number })[]; readonly pages: number; readonly mayChange: boolean })[]; readonly cursor?: string };

export type UploadInput = { readonly fileName: string; readonly size: number };

export type UseTemplateInput = { readonly message?: string; readonly deadlineDate?: string; readonly reminderDays?: (number)[]; readonly title?: string; readonly deadlineDays?: number; readonly people?: ({ readonly name: string; readonly channel: { readonly kind: 'email'; readonly address: string } | { readonly kind: 'sms'; readonly number: string }; readonly place: string; readonly language?: 'it' | 'en' | 'de' | 'fr' | 'es' })[]; readonly values?: Readonly<Record<string, string | boolean>>; readonly version?: number; readonly externalId?: string; readonly metadata?: Readonly<Record<string, string>>; readonly owner?: string; readonly send?: boolean };

export type ValuesInput = { readonly values: Readonly<Record<string, string | boolean>> };

export type VerifyAnswer = { readonly verdict: 'authentic' | 'altered' | 'unknown' | 'not_complete'; readonly reason: string; readonly record?: { readonly id: string; readonly status: 'open' | 'completed' | 'declined' | 'voided' | 'expired' | 'failed'; readonly company: string; readonly title?: string; readonly createdAt: string; readonly sentAt?: string; readonly signers: ({ readonly name: string; readonly role: 'director' | 'client'; readonly signedAt?: string })[]; readonly closedAt?: string; readonly sha256?: string; readonly length?: number; readonly beforeSeal?: { readonly sha256: string; readonly length: number }; readonly removedAt?: string; readonly ledger?: { readonly seq: number; readonly head: string } } };

export type VerifyRequest = { readonly sha256: string; readonly id?: string };

export type WebhookAnswer = { readonly id: string; readonly url: string; readonly scope: 'company' | 'own'; readonly events?: (string)[]; readonly owner: string; readonly createdAt: string; readonly off?: { readonly at: string; readonly because: 'failing' | 'gone' | 'paused' }; readonly failingSince?: string; readonly earlierSecretUntil?: string };

export type WebhookDeliveriesAnswer = { readonly items: ({ readonly id: string; readonly webhookId: string; readonly type: string; readonly at: string; readonly isDelivered: boolean; readonly attempts: ({ readonly at: string; readonly ms: number; readonly status?: number; readonly failure?: 'address_refused' | 'name_unknown' | 'no_answer' | 'no_connection' | 'not_trusted'; readonly byHand?: true })[] })[]; readonly cursor?: string };

export type WebhookDeliveryAnswer = { readonly id: string; readonly webhookId: string; readonly type: string; readonly at: string; readonly isDelivered: boolean; readonly attempts: ({ readonly at: string; readonly ms: number; readonly status?: number; readonly failure?: 'address_refused' | 'name_unknown' | 'no_answer' | 'no_connection' | 'not_trusted'; readonly byHand?: true })[] };

export type WebhookInput = { readonly url: string; readonly scope?: 'company' | 'own'; readonly events?: ('envelope.created' | 'envelope.sent' | 'party.invited' | 'party.opened' | 'party.signed' | 'party.declined' | 'party.reported' | 'envelope.completed' | 'envelope.owner-changed' | 'envelope.expired' | 'envelope.voided' | 'envelope.failed' | 'envelope.purged' | 'envelope.erased' | 'delivery.failed' | 'delivery.delayed')[] };

export type WebhookSecretAnswer = { readonly webhook: { readonly id: string; readonly url: string; readonly scope: 'company' | 'own'; readonly events?: (string)[]; readonly owner: string; readonly createdAt: string; readonly off?: { readonly at: string; readonly because: 'failing' | 'gone' | 'paused' }; readonly failingSince?: string; readonly earlierSecretUntil?: string }; readonly secret: string };

export type WebhooksAnswer = { readonly items: ({ readonly id: string; readonly url: string; readonly scope: 'company' | 'own'; readonly events?: (string)[]; readonly owner: string; readonly createdAt: string; readonly off?: { readonly at: string; readonly because: 'failing' | 'gone' | 'paused' }; readonly failingSince?: string; readonly earlierSecretUntil?: string })[] };

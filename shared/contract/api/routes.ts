/**
 * The HTTP API: API Gateway route key to operation. Sender routes need a bearer token, signer routes the
 * session cookie.
 */
export const SENDER_ROUTES = {
  'GET /api/settings': 'settings',
  'POST /api/envelopes': 'create',
  'GET /api/envelopes': 'list',
  'GET /api/envelopes/{id}': 'show',
  'PUT /api/envelopes/{id}': 'edit',
  'DELETE /api/envelopes/{id}': 'discard',
  'POST /api/envelopes/{id}/upload': 'upload',
  'GET /api/envelopes/{id}/original': 'original',
  'GET /api/envelopes/{id}/suggestions': 'suggestions',
  'PUT /api/envelopes/{id}/fields': 'place',
  'PUT /api/envelopes/{id}/values': 'fill',
  'PUT /api/envelopes/{id}/draft': 'save',
  'POST /api/envelopes/{id}/send': 'send',
  'POST /api/envelopes/{id}/duplicate': 'duplicate',
  'POST /api/envelopes/{id}/void': 'void',
  'POST /api/envelopes/{id}/owner': 'handOver',
  'POST /api/envelopes/{id}/parties/{party}/remind': 'remind',
  'POST /api/envelopes/{id}/parties/{party}/resend': 'resend',
  'PUT /api/envelopes/{id}/parties/{party}/contact': 'correct',
  'GET /api/envelopes/{id}/document': 'document',
  'GET /api/envelopes/{id}/download': 'download',
  'GET /api/envelopes/{id}/ledger': 'ledger',
  'GET /api/envelopes/{id}/audit': 'audit',
  'GET /api/templates': 'listTemplates',
  'POST /api/templates': 'newTemplate',
  'GET /api/templates/{id}': 'showTemplate',
  'PUT /api/templates/{id}': 'changeTemplate',
  'DELETE /api/templates/{id}': 'deleteTemplate',
  'GET /api/templates/{id}/original': 'templateOriginal',
  'POST /api/templates/{id}/duplicate': 'duplicateTemplate',
  'POST /api/templates/{id}/archive': 'archiveTemplate',
  'POST /api/templates/{id}/envelopes': 'useTemplate',
  'GET /api/templates/{id}/sample': 'templateSample',
  'POST /api/templates/{id}/batches': 'newBatch',
  'GET /api/batches': 'listBatches',
  'GET /api/batches/{id}': 'showBatch',
  'POST /api/batches/{id}/start': 'startBatch',
  'POST /api/batches/{id}/stop': 'stopBatch',
  'POST /api/batches/{id}/retry': 'retryBatch',
  'GET /api/batches/{id}/results': 'batchResults',
  'GET /api/contacts': 'listContacts',
  'POST /api/contacts': 'addContact',
  'PUT /api/contacts/{id}': 'changeContact',
  'DELETE /api/contacts/{id}': 'deleteContact',
  'GET /api/tokens': 'listTokens',
  'POST /api/tokens': 'newToken',
  'DELETE /api/tokens/{id}': 'withdrawToken',
  'GET /api/webhooks': 'listWebhooks',
  'POST /api/webhooks': 'newWebhook',
  'PUT /api/webhooks/{id}': 'changeWebhook',
  'DELETE /api/webhooks/{id}': 'deleteWebhook',
  'POST /api/webhooks/{id}/secret': 'rotateWebhookSecret',
  'POST /api/webhooks/{id}/ping': 'pingWebhook',
  'GET /api/webhooks/{id}/deliveries': 'listWebhookAttempts',
  'POST /api/webhooks/{id}/deliveries/{delivery}/resend': 'resendWebhook',
} as const;

/** Writes a PDF file: answered by a function of its own, which alone carries what it takes. */
export const AUDIT_ROUTE = 'GET /api/envelopes/{id}/audit' satisfies keyof typeof SENDER_ROUTES;

/** Public route, answered by the sender function before sign-in. */
export const PUBLIC_ROUTES = {
  'GET /api/sign-in': 'signIn',
} as const;

/**
 * For an employee who is also a party: authorized by the sender's token, answered by the signer function,
 * which alone may create sessions.
 */
export const OWN_ROUTES = {
  'POST /api/envelopes/{id}/ceremony': 'begin',
} as const;

export const SIGNER_ROUTES = {
  'POST /api/sign/session': 'exchange',
  'GET /api/sign/{handle}': 'show',
  'POST /api/sign/{handle}/shown': 'shown',
  'POST /api/sign/{handle}/consent': 'consent',
  'POST /api/sign/{handle}/code': 'code',
  'POST /api/sign/{handle}/confirm': 'confirm',
  'GET /api/sign/{handle}/document': 'document',
  'POST /api/sign/{handle}/upload': 'upload',
  'PUT /api/sign/{handle}/draft': 'draft',
  'PUT /api/sign/{handle}/copy': 'copy',
  'POST /api/sign/{handle}/sign': 'sign',
  'POST /api/sign/{handle}/decline': 'decline',
  'POST /api/sign/{handle}/not-for-me': 'notForMe',
  'POST /api/sign/{handle}/locked': 'tellLocked',
  'GET /api/sign/{handle}/download': 'download',
} as const;

/** The code of every refusal. Codes are stable: integrations and pages depend on them. */
export const REFUSAL_CODES = [
  'address_not_verified',
  'already_signed',
  'batch_over_limit',
  'batch_unknown',
  'body_too_large',
  'cell_missing',
  'code_elsewhere',
  'code_expired',
  'code_limit',
  'code_locked',
  'code_not_locked',
  'code_too_soon',
  'code_used',
  'code_wrong',
  'column_missing',
  'column_repeated',
  'column_unknown',
  'confirmation_required',
  'consent_outdated',
  'consent_required',
  'contact_invalid',
  'copy_not_needed',
  'contact_unknown',
  'country_not_served',
  'csv_too_large',
  'csv_unreadable',
  'date_out_of_range',
  'deadline_out_of_range',
  'director_first',
  'delivery_unknown',
  'document_changed',
  'document_missing',
  'document_not_ready',
  'document_not_shown',
  'document_removed',
  'draft_changed',
  'envelope_closed',
  'envelope_unknown',
  'field_kind',
  'field_missing',
  'field_not_yours',
  'field_of_nobody',
  'field_too_long',
  'field_too_small',
  'field_unknown',
  'fields_invalid',
  'forbidden',
  'idempotency_key_reused',
  'image_damaged',
  'image_too_large',
  'image_type',
  'language_not_offered',
  'layout_invalid',
  'link_invalid',
  'method_not_allowed',
  'not_completed',
  'not_draft',
  'not_found',
  'not_your_turn',
  'number_not_mobile',
  'option_repeated',
  'option_too_long',
  'owner_unknown',
  'parties_invalid',
  'party_unknown',
  'pdf_damaged',
  'pdf_embedded_files',
  'pdf_encrypted',
  'pdf_form_text',
  'pdf_signed',
  'pdf_too_large',
  'pdf_unforeseen',
  'pdf_unsafe',
  'pdf_xfa',
  'person_missing',
  'place_unknown',
  'place_unnamed',
  'request_under_way',
  'scope_missing',
  'session_expired',
  'session_missing',
  'signature_blank',
  'signature_field_missing',
  'signature_missing',
  'signature_unreadable',
  'stamp_field_missing',
  'stamp_missing',
  'tag_not_removable',
  'template_archived',
  'template_changed',
  'template_full',
  'template_unknown',
  'text_empty',
  'text_not_covered',
  'text_unreadable',
  'token_ended',
  'token_missing',
  'token_unknown',
  'token_withdrawn',
  'too_many',
  'too_soon',
  'upload_missing',
  'value_too_long',
  'values_missing',
  'webhook_address',
  'webhook_unknown',
  'webhooks_full',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Further facts of a refusal, shown to the caller: never a secret, never more than the caller may know. */
export type RefusalDetail = Readonly<Record<string, string | number>>;

/** A business rule refused the command. Never retried; nothing was changed. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly detail: RefusalDetail;

  constructor(code: RefusalCode, detail: RefusalDetail = {}) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/** The request does not match the contract. Each issue has the path of the value and what was expected. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
  readonly issues: readonly { path: string; message: string }[];

  constructor(issues: readonly { path: string; message: string }[]) {
    super('malformed');
    this.issues = issues;
  }
}

/** A concurrent writer appended first: reload the ledger and decide again. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

/**
 * The stored data has a version that only a newer release can read, as after a rollback. Not a refusal: a
 * retry succeeds once the newer release is deployed again.
 */
export class NewerRelease extends Error {
  override readonly name = 'NewerRelease';
  readonly code = 'newer_release';

  constructor(what: string) {
    super(`${what}: written by a newer release`);
  }
}

/** For `catch`: undefined if the envelope does not exist or no longer exists; rethrows every other error. */
export function ignoreUnknown(error: unknown): undefined {
  if (error instanceof Refusal && error.code === 'envelope_unknown') return undefined;
  throw error;
}

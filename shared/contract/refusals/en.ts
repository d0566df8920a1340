import type { RefusalPhrases } from './refusal-phrases.ts';

export const english: RefusalPhrases = {
  sentences: {
    address_not_verified:
      'Your sign-in does not confirm your e-mail address: please use the link in the mail that was sent to you.',
    already_signed: 'The document has already been signed[ on {at}].',
    batch_over_limit:
      'The file needs more than today allows[: {asked} {act}, and {left} are left][, until {until}]. Split the file, or try again later.',
    batch_unknown: 'There is no such sending to many, or it is kept no longer.',
    body_too_large: 'The request is too large[: at most {most} bytes].',
    cell_missing: 'Fill in the cell[ “{column}”][ in row {row}].',
    code_elsewhere:
      'The last code was asked for on another page or device: enter it there, or have a new one sent here.',
    code_expired: 'The code has expired: it is valid for five minutes. You can ask for a new one.',
    code_limit:
      'Too many codes were sent in the last hour. A new one can be requested[ in {seconds}].',
    code_locked:
      'For security no more codes can be sent. The sender can unlock this with a new invitation.',
    code_not_locked: 'Another code can still be sent: ask for it here.',
    code_too_soon: 'A code has just been sent. Another one can be requested[ in {seconds}].',
    code_used: 'This code has already been used. You can ask for a new one.',
    code_wrong:
      'The code is not right.[ Tries left: {triesLeft}.][ {codes} codes were sent: only the newest works.] You can try again or ask for a new one.',
    column_missing: 'A column is missing in the first row[: “{column}”].',
    column_repeated: 'A column is there twice[: “{column}”].',
    column_unknown:
      'A column is for nothing[: “{column}”]: take it out, or name it as in the sample file.',
    confirmation_required: 'First enter the code that is sent to you.',
    consent_outdated: 'The terms have changed: please read and accept them again.',
    consent_required: 'Accept the terms before you continue.',
    contact_invalid: 'Messages cannot be sent to this contact.',
    copy_not_needed: 'You already get the signed document by e-mail: no further address is needed.',
    contact_unknown: 'There is no such contact.',
    country_not_served:
      'Text messages cannot be sent to that country[ ({name}’s number)]: choose e-mail instead.',
    csv_too_large: 'The CSV file is too large[: at most {most} bytes].',
    csv_unreadable: 'The CSV file cannot be read[ in row {row}][, column {column}][: {problem}].',
    date_out_of_range:
      'Check the date[ of “{label}”][: {date} is not between {earliest} and {latest}].',
    deadline_out_of_range: 'The deadline can be any day[ from {earliest} to {latest}].',
    director_first: 'At this company its own side signs first, then the other party.',
    delivery_unknown: 'This delivery is no longer there: deliveries are kept for 30 days.',
    document_changed:
      'The document has changed since it was shown: read it again and ask for a new code.',
    document_missing: 'There is no document yet: upload a PDF and wait until it has been checked.',
    document_not_ready: 'The document is still being prepared: try again in a moment.',
    document_not_shown:
      'Read the document before you sign it: load this page anew, and it is shown.',
    document_removed:
      'The document was removed[ on {at}], as planned. A copy that was kept can still be verified.',
    draft_changed: 'The draft was changed in another tab or by somebody else.',
    envelope_closed: 'The signature request is closed[: {status}].',
    envelope_unknown: 'There is no such signature request.',
    field_kind: 'The value[ of “{label}”] is not valid[: it must be {kind}].',
    field_missing: 'Please fill in[ “{label}”].',
    field_not_yours: 'This field is for someone else to fill in.',
    field_of_nobody:
      'The field[ “{label}”][ on page {page}] belongs to nobody: give it to somebody or delete it.',
    field_too_long: 'The value[ of “{label}”] is too long[: at most {most} characters].',
    field_too_small:
      'The field[ “{label}”][ on page {page}] is too small to be filled in[: it needs at least {width} by {height} points].',
    field_unknown: 'There is no such field[ “{field}”] in this document.',
    fields_invalid:
      'The field[ “{label}”][ on page {page}] cannot be placed like this[: {problem}].',
    forbidden: 'You are not allowed to do this.',
    idempotency_key_reused:
      'Another request was sent with this Idempotency-Key in the last day: choose a new key.',
    image_damaged: 'The image is damaged: choose another one.',
    image_too_large: 'The image is too large: choose a smaller one.',
    image_type: 'The image must be a PNG or JPEG file.',
    language_not_offered: 'That language is not offered[: {language}]. Choose another one.',
    layout_invalid: 'The fields cannot be drawn on the document like this.',
    link_invalid:
      'This link is not valid or no longer active. Use the link in the latest message, or ask the sender for a new one.',
    method_not_allowed: 'This address does not take such a request.',
    not_completed: 'The document has not been signed by everyone yet.',
    not_draft: 'The signature request has been sent and can no longer be changed.',
    not_found: 'There is nothing here.',
    not_your_turn: 'It is not time to sign yet: others have to sign first.',
    number_not_mobile:
      'Text messages reach mobile phones only[, and {name}’s number is not one]: correct it, or choose e-mail.',
    option_repeated:
      'Two options of the field[ “{label}”][ on page {page}] read the same[: “{option}”].',
    option_too_long:
      'The option[ “{option}”] does not fit into the field[ “{label}”][ on page {page}]: shorten it[, or make the field at least {width} points wide].',
    owner_unknown:
      'Name one of the employees for whom this token may act[: {email} is not one of them].',
    parties_invalid: 'The signature request is not right[: {problem}].',
    party_unknown: 'This person is not part of the signature request.',
    pdf_damaged:
      'The PDF is damaged and cannot be safely repaired: create it again from its source.',
    pdf_embedded_files: 'The PDF has files attached inside it: remove them and upload it again.',
    pdf_encrypted:
      'The PDF is protected by a password or restrictions: save it without them and upload it again.',
    pdf_form_text:
      'A form field in the PDF contains a character that cannot be carried over[: “{character}”]. Print the filled-in form to an ordinary PDF and upload that.',
    pdf_signed:
      'The PDF already carries a digital signature, which would be lost: upload the unsigned document.',
    pdf_too_large: 'The PDF is too large: at most 50 MB and 2,000 pages are accepted.',
    pdf_unforeseen:
      'We could not process this PDF, and the fault is ours: it was reported to those who run the service. Print it to a new PDF and upload that one.',
    pdf_unsafe:
      'The PDF has content that cannot be signed safely: create it again from its source.',
    pdf_xfa: 'The PDF is a dynamic form (XFA): print it to an ordinary PDF and upload it again.',
    person_missing: 'Name the person[ who takes the place “{place}”].',
    place_unknown: 'The template has no place[ “{place}”].',
    place_unnamed: 'Give a name to the place[ of {name}], such as “Client”.',
    request_under_way:
      'This request is still being carried out: send it again in a few seconds to get its answer.',
    scope_missing:
      'This token may not do that[: the scope {scope} is missing]. An administrator can make another one.',
    session_expired: 'The session has expired: open the link again.',
    session_missing: 'Open the link you received to continue.',
    signature_blank: 'Nothing can be seen in the picture: choose one in which the ink is visible.',
    signature_field_missing: 'A signer[ ({name})] has no signature field.',
    signature_missing: 'The signature is missing.',
    signature_unreadable: 'A typed signature is a name: write it with letters.',
    stamp_field_missing: 'A signer who must stamp[ ({name})] has no place for the stamp.',
    stamp_missing: 'The stamp is missing.',
    tag_not_removable:
      'The tag[ “{tag}”][ on page {page}] cannot be taken out of the document: write it in one font and horizontally, or delete it, and upload the PDF again.',
    template_archived: 'The template is archived: take it out of the archive first.',
    template_changed: 'The template was changed in another tab or by somebody else.',
    template_full:
      'The template has had too many changes[: at most {most}]. Duplicate it and go on with the copy.',
    template_unknown: 'There is no such template.',
    text_empty: 'A text has nothing in it that can be seen: write it again.',
    text_not_covered:
      'The text[ of “{label}”][ “{text}”] has a character that cannot be printed[: “{character}”]. Letters may be Latin, Greek or Cyrillic.',
    text_unreadable:
      'The text[ of “{label}”] has hidden characters that would make it read as something else: delete it and type it again.',
    token_ended: 'This API token has ended[ on {at}]: an administrator can make a new one.',
    token_missing: 'Send an API token in the header Authorization, after the word Bearer.',
    token_unknown: 'There is no such API token: check that it was copied as a whole.',
    token_withdrawn: 'This API token was withdrawn[ on {at}]: an administrator can make a new one.',
    too_many: 'The limit[ for {act}] has been reached[: you can go on from {until}].',
    too_soon: 'This has only just been done. It can be done again[ in {seconds}].',
    upload_missing: 'The file has not arrived: upload it again.',
    value_too_long: 'The text[ of “{label}”] does not fit into its box: shorten it.',
    values_missing: 'The company’s own values are missing.',
    webhook_address:
      'The address must begin with https:// and lead to a server on the internet, not into a private network.',
    webhook_unknown: 'There is no such webhook.',
    webhooks_full:
      'No further webhook can be added[: at most {most}]. Delete one that is no longer needed.',
  },
  terms: {
    draft: 'a draft',
    preparing: 'being prepared',
    signing: 'being signed',
    signed: 'everyone has signed',
    completed: 'completed',
    declined: 'declined',
    voided: 'voided',
    expired: 'expired',
    failed: 'stopped by an error',
    purged: 'document removed',
    text: 'a text',
    number: 'a number',
    date: 'a date',
    checkbox: 'a box to tick',
    choice: 'one of the options',
    page: 'there is no such page',
    id: 'its id is used twice',
    party: 'there is no such signer',
    kind: 'signatures and stamps belong to a signer',
    options: 'there is nothing to choose from',
    outside_page: 'it leaves the page',
    too_much: 'there are too many fields for one document',
    none: 'there is no signer',
    too_many: 'there may be at most ten signers',
    same_id: 'two signers have the same id',
    schedule: 'the deadline or the reminders are not possible',
    dates: 'its earliest day comes after its latest',
    remind: 'reminders to this person',
    resend: 'new invitations to this person',
    correct: 'corrections of this contact',
    handOver: 'transfers of this request to another colleague',
    consent: 'acceptances of the terms',
    open: 'openings of this link',
    edit: 'changes to this draft',
    create: 'new signature requests',
    send: 'signature requests sent',
    upload: 'uploads',
    text_message: 'text messages',
    template: 'changes to templates',
    webhook: 'changes and tests of webhooks',
    contact: 'contacts added or changed',
    copy: 'copies by e-mail to this address',
    batch: 'signature requests sent to many',
    not_text: 'it is not a text file',
    no_rows: 'there are no rows below the names of the columns',
    quote_open: 'a quotation mark is not closed',
    too_many_rows: 'there are too many rows, at most a thousand',
    too_many_columns: 'there are too many columns',
    no_header: 'the column has no name in the first row',
    cell_too_long: 'the text of the cell is too long',
  },
};

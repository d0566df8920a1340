import { PDFArray, type PDFDict, PDFName } from 'pdf-lib';
import { TIMESTAMP_FIELDS } from '../plan.ts';
import { parseDictionary, type RevisionDraft } from './draft.ts';

/** The field for the next document timestamp: a reserved one, or one more that nobody sees. */
export function nextTimestampField(draft: RevisionDraft): PDFDict {
  const id = TIMESTAMP_FIELDS.find((each) => draft.fields.has(each));
  if (!id) return addedField(draft);
  const { object } = draft.field(id, 'timestamp');
  draft.fields.delete(id);
  return draft.edit(object);
}

/** Signatures may be added to a certified document, and fields for them (ISO 32000-1, 12.8.2.2). */
function addedField(draft: RevisionDraft): PDFDict {
  const { furtherField } = draft.plan;
  if (!furtherField) throw new Error('no reserved timestamp field is left');
  const field = parseDictionary(furtherField.syntax, draft.context);
  const all = draft.edit(furtherField.form).get(PDFName.of('Fields'));
  if (!(all instanceof PDFArray)) throw new Error('the form has no list of fields');
  all.push(draft.context.register(field));
  return field;
}

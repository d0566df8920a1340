import { PDFArray, type PDFDict, PDFName } from 'pdf-lib';
import { TIMESTAMP_FIELDS } from '../plan.ts';
import { type IncrementalUpdate, parseDictionary } from './incremental-update.ts';

/** The field for the next document timestamp: the next reserved one, or an additional invisible one. */
export function nextTimestampField(update: IncrementalUpdate): PDFDict {
  const id = TIMESTAMP_FIELDS.find((each) => update.fields.has(each));
  if (!id) return addedField(update);
  const { object } = update.field(id, 'timestamp');
  update.fields.delete(id);
  return update.edit(object);
}

/** Adding signature fields is allowed in a certified document (ISO 32000-1, 12.8.2.2). */
function addedField(update: IncrementalUpdate): PDFDict {
  const { furtherField } = update.plan;
  if (!furtherField) throw new Error('no reserved timestamp field is left');
  const field = parseDictionary(furtherField.syntax, update.context);
  const all = update.edit(furtherField.form).get(PDFName.of('Fields'));
  if (!(all instanceof PDFArray)) throw new Error('the form’s /Fields is not an array');
  all.push(update.context.register(field));
  return field;
}

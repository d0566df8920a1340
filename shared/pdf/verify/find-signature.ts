import { PDFDict, PDFRef } from 'pdf-lib';
import { type DocumentView, entry, nameOf, textOf } from './document-view.ts';
import type { FileRevision, Span } from './file-structure.ts';
import { VerifyError } from './report.ts';

export interface FormField {
  readonly name: string;
  readonly type: string;
}

export interface FoundSignature {
  readonly kind: 'party' | 'seal' | 'timestamp';
  readonly field: string;
  readonly fieldObject: number;
  readonly object: number;
  readonly dict: PDFDict;
  readonly span: Span;
  readonly claim?: string;
}

/** The form's fields by object number. Our forms are flat lists of merged field and widget dictionaries. */
export function formFields(view: DocumentView): Map<number, FormField> {
  const form = view.dictionary(entry(view.catalog, 'AcroForm'));
  const fields = new Map<number, FormField>();
  for (const ref of view.elements(entry(form, 'Fields'))) {
    if (!(ref instanceof PDFRef)) throw new VerifyError('structure', 'a field is not indirect');
    const field = view.dictionary(ref);
    const [name, type] = [textOf(entry(field, 'T')), nameOf(entry(field, 'FT'))];
    if (name === undefined || type === undefined)
      throw new VerifyError('structure', 'a form field without name or type');
    fields.set(ref.objectNumber, { name, type });
  }
  return fields;
}

/** The signature added by a revision, if any. */
export function findSignature(
  view: DocumentView,
  revision: FileRevision,
  fields: ReadonlyMap<number, FormField>,
): FoundSignature | undefined {
  const dictionaries = [...revision.objects].flatMap(([object, span]) => {
    const dict = view.object(object);
    return dict instanceof PDFDict && entry(dict, 'ByteRange') ? [{ object, span, dict }] : [];
  });
  const [found, ...others] = dictionaries;
  if (others.length > 0) throw new VerifyError('structure', 'two signatures in one revision');
  if (!found) return undefined;
  const owner = [...revision.objects.keys()].find((number) => holds(view, number, found.object));
  const field = owner === undefined ? undefined : fields.get(owner);
  if (owner === undefined || field?.type !== 'Sig')
    throw new VerifyError('structure', 'a signature does not belong to a field');
  const claim = textOf(entry(found.dict, 'SigilloClaim'));
  const kind = kindOf(found.dict, claim);
  if (kind !== kindOfField(field.name))
    throw new VerifyError('structure', `${field.name} is not a field for a ${kind}`);
  return {
    ...found,
    kind,
    field: field.name,
    fieldObject: owner,
    ...(claim !== undefined && { claim }),
  };
}

function holds(view: DocumentView, number: number, signature: number): boolean {
  const field = view.object(number);
  const value = field instanceof PDFDict ? entry(field, 'V') : undefined;
  return value instanceof PDFRef && value.objectNumber === signature;
}

/** By the field names that intake reserves. */
function kindOfField(name: string): FoundSignature['kind'] {
  if (/^timestamp\d+_$/.test(name)) return 'timestamp';
  return name === 'seal_' ? 'seal' : 'party';
}

/** The only keys of a document timestamp (ETSI EN 319 142-1 § 5.4.3). */
const TIMESTAMP_KEYS = ['Type', 'Filter', 'SubFilter', 'ByteRange', 'Contents'];

function kindOf(dict: PDFDict, claim: string | undefined): FoundSignature['kind'] {
  const [type, subFilter] = [nameOf(entry(dict, 'Type')), nameOf(entry(dict, 'SubFilter'))];
  if (type === 'DocTimeStamp' && subFilter === 'ETSI.RFC3161') {
    const keys = dict.keys().map((key) => key.decodeText());
    if (keys.every((key) => TIMESTAMP_KEYS.includes(key))) return 'timestamp';
    throw new VerifyError('structure', `a timestamp with /${keys.join(' /')}`);
  }
  if (type !== 'Sig' || subFilter !== 'ETSI.CAdES.detached')
    throw new VerifyError('structure', `a signature of type ${type} ${subFilter}`);
  return claim === undefined ? 'party' : 'seal';
}

import { type PDFDict, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFRef } from 'pdf-lib';
import { fieldName, type Plan, type PlannedField, TIMESTAMP_FIELDS } from '../plan.ts';
import { DocumentView, entry } from '../verify/document-view.ts';
import { latin1, readRevisions } from '../verify/file-structure.ts';
import { formFields } from '../verify/find-signature.ts';
import { formatReference } from './incremental-update.ts';
import { hashFile } from './resumable-hash.ts';

/** The document cannot be renewed. */
export class NotRenewable extends Error {
  override readonly name = 'NotRenewable';
}

/**
 * Reconstructs a plan from a closed file, to append another document timestamp after the original plan was
 * deleted. The file must have been verified before. Throws `NotRenewable` if it was not made by this
 * software.
 */
export async function renewalPlan(bytes: Uint8Array): Promise<Plan> {
  const revisions = readRevisions(bytes);
  const view = new DocumentView(bytes, revisions);
  const { trailer, catalog } = view;
  const root = referenceOf(trailer, 'Root');
  const dss = entry(catalog, 'DSS');
  const spare = spareField(view);
  const further = spare ? undefined : furtherField(view);
  const objects = [root, ...(dss instanceof PDFRef ? [formatReference(dss)] : [])];
  objects.push(spare?.field.object ?? further!.form);
  return {
    version: 1,
    revision: revisions.length - 1,
    length: bytes.length,
    size: sizeOf(trailer),
    startxref: startxrefOf(bytes),
    root,
    info: referenceOf(trailer, 'Info'),
    id: idOf(view),
    ...(await hashFile(bytes)),
    certified: true,
    language: '',
    fonts: { regular: '0 0', bold: '0 0' },
    ...(dss instanceof PDFRef && { dss: formatReference(dss) }),
    objects: Object.fromEntries(objects.map((each) => [each, syntaxOf(view, each)])),
    ...(further && { furtherField: further }),
    fields: spare ? { [spare.id]: spare.field } : {},
  };
}

/** The first reserved timestamp field without a signature. */
function spareField(view: DocumentView): { id: string; field: PlannedField } | undefined {
  for (const [number, { name, type }] of formFields(view)) {
    const id = TIMESTAMP_FIELDS.find((each) => fieldName(each) === name);
    if (type !== 'Sig' || !id || entry(view.dictionary(PDFRef.of(number)), 'V')) continue;
    const object = formatReference(PDFRef.of(number));
    return { id, field: { type: 'timestamp', object, name, width: 0, height: 0, rotate: 0 } };
  }
  return undefined;
}

/** Another timestamp field modelled on the last one, with the next number. */
function furtherField(view: DocumentView): NonNullable<Plan['furtherField']> {
  const stamped = [...formFields(view)].filter(([, { name }]) => /^timestamp\d+_$/.test(name));
  const [last] = stamped.at(-1) ?? [];
  if (last === undefined) throw new NotRenewable('the file has no timestamp field');
  const field = view.dictionary(PDFRef.of(last)).clone();
  field.delete(PDFName.of('V'));
  const name = fieldName(`timestamp${stamped.length + 1}`);
  field.set(PDFName.of('T'), PDFHexString.fromText(name));
  return { form: referenceOf(view.catalog, 'AcroForm'), syntax: field.toString() };
}

function referenceOf(dict: PDFDict, key: string): string {
  const value = entry(dict, key);
  if (!(value instanceof PDFRef))
    throw new NotRenewable(`the trailer's /${key} is not a reference`);
  return formatReference(value);
}

function sizeOf(trailer: PDFDict): number {
  const size = entry(trailer, 'Size');
  if (!(size instanceof PDFNumber)) throw new NotRenewable('the trailer has no /Size');
  return size.asNumber();
}

function startxrefOf(bytes: Uint8Array): number {
  const found = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(latin1(bytes.subarray(-64)))?.[1];
  if (found === undefined)
    throw new NotRenewable('the file does not end with its cross-reference table');
  return Number(found);
}

function idOf(view: DocumentView): readonly [string, string] {
  const [fixed, changing] = view.elements(entry(view.trailer, 'ID')).map(hexadecimal);
  if (fixed === undefined || changing === undefined) throw new NotRenewable('the file has no /ID');
  return [fixed, changing];
}

const hexadecimal = (value: PDFObject): string =>
  value instanceof PDFHexString ? value.asString() : '';

const syntaxOf = (view: DocumentView, reference: string): string =>
  view.dictionary(PDFRef.of(Number(reference.split(' ')[0]))).toString();

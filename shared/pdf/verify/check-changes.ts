import { PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef } from 'pdf-lib';
import { checkForm } from './check-form.ts';
import { rewrittenObjects } from './check-objects.ts';
import { checkNewStore, checkStore } from './check-store.ts';
import {
  changedKeys,
  type DocumentView,
  directArray,
  entry,
  isNewForm,
  nameOf,
  stringsOf,
} from './document-view.ts';
import type { FileRevision } from './file-structure.ts';
import type { FormField, FoundSignature } from './find-signature.ts';
import { VerifyError } from './report.ts';

export interface Step {
  readonly before: DocumentView;
  readonly after: DocumentView;
  readonly revision: FileRevision;
  readonly fields: ReadonlyMap<number, FormField>;
  readonly signature: FoundSignature | undefined;
  /** Whether this is the first signature, which certifies. */
  readonly first: boolean;
}

/** Further certificate pages, whose icons may change with the seal. */
const CERTIFICATE_ICON = /^seal\d+_$/;

/**
 * Checks that a revision changed only what its signature allows: its own field, the fields that it locks with
 * their values and appearances, and validation data. All other objects of the revision must be new. Throws
 * `VerifyError`.
 */
export function checkChanges(step: Step): void {
  checkTrailer(step);
  for (const number of rewrittenObjects(step)) checkRewritten(step, number);
}

/** A function declaration, so that TypeScript narrows after calls that return never. */
function refuse(detail: string): never {
  throw new VerifyError('change_not_allowed', detail);
}

function sizeOf({ trailer }: DocumentView): number {
  const size = entry(trailer, 'Size');
  return size instanceof PDFNumber ? size.asNumber() : refuse('a trailer without /Size');
}

/**
 * New objects must have numbers above all old ones: one in a gap could be the target of an existing dangling
 * reference.
 */
function checkTrailer({ before, after, revision }: Step): void {
  const numbers = [...revision.objects.keys()];
  const highest = numbers.reduce((most, number) => Math.max(most, number), 0);
  const gap = numbers.find((number) => !before.span(number) && number < sizeOf(before));
  if (gap !== undefined) refuse(`object ${gap} was none before`);
  if (sizeOf(after) !== Math.max(sizeOf(before), highest + 1))
    refuse('the trailer’s /Size is wrong');
  const changed = changedKeys(before.trailer, after.trailer);
  const wrong = changed.filter((key) => !['Size', 'Prev', 'ID'].includes(key));
  if (wrong.length > 0) refuse(`the trailer’s /${wrong.join(' /')} changed`);
  const [fixedBefore, fixedAfter] = [before, after].map((view) =>
    view.elements(entry(view.trailer, 'ID'))[0]?.toString(),
  );
  if (fixedBefore !== fixedAfter) refuse('the file identifier changed');
}

function checkRewritten(step: Step, number: number): void {
  const [before, after] = [step.before.object(number), step.after.object(number)];
  if (!(before instanceof PDFDict) || !(after instanceof PDFDict))
    refuse(`object ${number} was exchanged`);
  const changed = changedKeys(before, after);
  const field = step.fields.get(number);
  if (number === rootOf(step.after)) checkCatalog(step, changed);
  else if (number === storeOf(step.before)) checkStore(step, before, after);
  else if (number === formOf(step.before)) checkForm(step, changed);
  else if (field) checkField(step, { field, before, after, changed });
  else refuse(`object ${number} is none that may change`);
}

const numberOf = (value: PDFObject | undefined): number | undefined =>
  value instanceof PDFRef ? value.objectNumber : undefined;

const rootOf = (view: DocumentView) => numberOf(view.trailer.get(PDFName.of('Root')));
const formOf = (view: DocumentView) => numberOf(entry(view.catalog, 'AcroForm'));
const storeOf = (view: DocumentView) => numberOf(entry(view.catalog, 'DSS'));

/** Allowed in the catalog: /Perms for the first signature, /DSS for validation data. */
function checkCatalog({ before, after, signature, first }: Step, changed: readonly string[]): void {
  const wrong = changed.filter((key) => key !== 'DSS' && !(first && key === 'Perms'));
  if (wrong.length > 0) refuse(`the catalog’s /${wrong.join(' /')} changed`);
  if (first && changed.includes('Perms')) {
    const permissions = after.dictionary(entry(after.catalog, 'Perms'));
    const named = numberOf(entry(permissions, 'DocMDP'));
    const keys = permissions.keys().length;
    if (keys !== 1 || named !== signature?.object) refuse('/Perms names another signature');
  }
  if (changed.includes('DSS') && entry(before.catalog, 'DSS')) refuse('/DSS was exchanged');
  if (changed.includes('DSS')) checkNewStore({ before, after });
}

interface FieldChange {
  readonly field: FormField;
  readonly before: PDFDict;
  readonly after: PDFDict;
  readonly changed: readonly string[];
}

function checkField(step: Step, change: FieldChange): void {
  const { signature } = step;
  const { field, before, after, changed } = change;
  if (!signature) refuse(`${field.name} changed without a signature`);
  const allowed = signature.kind === 'timestamp' ? ['V'] : ['V', 'AP', 'AS'];
  const wrong = changed.filter((key) => !allowed.includes(key));
  if (wrong.length > 0) refuse(`/${wrong.join(' /')} of ${field.name} changed`);
  if (changed.includes('AP')) checkAppearance(step, after, field.name);
  const own = field.name === signature.field;
  if (own ? entry(before, 'V') : !mayChange(signature, field.name))
    refuse(`${field.name} is not this signature’s to change`);
}

/** A party may fill the fields that its signature locks, the seal the further certificate pages. */
const mayChange = (signature: FoundSignature, field: string): boolean =>
  signature.kind === 'seal'
    ? CERTIFICATE_ICON.test(field)
    : signature.kind === 'party' && lockedFields(signature.dict).has(field);

/** Field names in the signature's FieldMDP (ISO 32000-1 § 12.8.2.4). */
function lockedFields(signature: PDFDict): Set<string> {
  const references = directArray(entry(signature, 'Reference'));
  const parameters = references
    .filter((each) => nameOf(entry(each, 'TransformMethod')) === 'FieldMDP')
    .map((each) => entry(each, 'TransformParams'));
  return new Set(
    parameters.flatMap((each) => (each instanceof PDFDict ? stringsOf(entry(each, 'Fields')) : [])),
  );
}

function checkAppearance({ before, after: view }: Step, field: PDFDict, name: string): void {
  const appearance = entry(field, 'AP');
  const keys = appearance instanceof PDFDict ? appearance.keys().map(nameOf) : [];
  const normal = appearance instanceof PDFDict ? entry(appearance, 'N') : undefined;
  if (keys.join() !== 'N' || !isNewForm({ before, after: view }, normal))
    refuse(`${name} shows something that is not new`);
}

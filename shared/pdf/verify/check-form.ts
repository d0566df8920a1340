import type { PDFDict } from 'pdf-lib';
import { type DocumentView, entry, textOf } from './document-view.ts';
import type { FoundSignature } from './find-signature.ts';
import { VerifyError } from './report.ts';

interface Step {
  readonly before: DocumentView;
  readonly after: DocumentView;
  readonly signature: FoundSignature | undefined;
}

/** The entries of an added invisible timestamp field, besides name, page and signature. */
const INVISIBLE = { Type: '/Annot', Subtype: '/Widget', Rect: '[ 0 0 0 0 ]', F: '132', FT: '/Sig' };
const OTHERS = ['T', 'P', 'V'];

function refuse(detail: string): never {
  throw new VerifyError('change_not_allowed', detail);
}

/** A timestamp may add its own field to /Fields; nothing else of the form may change. */
export function checkForm(step: Step, changed: readonly string[]): void {
  const { before, after, signature } = step;
  if (changed.join() !== 'Fields') refuse(`the form’s /${changed.join(' /')} changed`);
  const [had, has] = [before, after].map((view) => fieldsOf(view).map(String)) as [
    string[],
    string[],
  ];
  const added = has.slice(had.length);
  if (had.some((field, index) => has[index] !== field) || added.length !== 1)
    refuse('the form’s fields changed');
  if (signature?.kind !== 'timestamp' || before.span(signature.fieldObject))
    refuse('a field was added that is not its timestamp’s');
  const field = after.dictionary(fieldsOf(after).at(-1));
  if (field !== after.object(signature.fieldObject)) refuse('another field was added');
  checkInvisible(field);
  checkName(step, signature.field);
}

const fieldsOf = (view: DocumentView) =>
  view.elements(entry(view.dictionary(entry(view.catalog, 'AcroForm')), 'Fields'));

function checkInvisible(field: PDFDict): void {
  for (const [key, value] of Object.entries(INVISIBLE))
    if (entry(field, key)?.toString() !== value) refuse(`/${key} of an added field is not ours`);
  const known = [...Object.keys(INVISIBLE), ...OTHERS];
  const keys = field.keys().map((key) => key.decodeText());
  if (keys.some((key) => !known.includes(key))) refuse('an added field holds something unknown');
}

function checkName({ before }: Step, name: string): void {
  const names = fieldsOf(before).map((each) => entry(before.dictionary(each), 'T'));
  if (names.some((each) => textOf(each) === name)) refuse(`there are two fields ${name}`);
}

import { PDFDict, PDFRef } from 'pdf-lib';
import { changedKeys, type DocumentView, entry } from './document-view.ts';
import type { FileRevision } from './file-structure.ts';
import type { FormField } from './find-signature.ts';

interface Appended {
  before: DocumentView;
  after: DocumentView;
  revision: FileRevision;
  fields: ReadonlyMap<number, FormField>;
}

/** What a revision wrote, for an expert; says nothing of whether it might. */
export const describeChanges = (appended: Appended): string[] => {
  const numbers = [...appended.revision.objects.keys()];
  const rewritten = numbers.filter((number) => appended.before.span(number));
  const added = numbers.length - rewritten.length;
  return [
    ...rewritten.map((number) => rewrittenObject(appended, number)),
    ...(added > 0 ? [`${added} new ${added === 1 ? 'object' : 'objects'}`] : []),
  ];
};

const rewrittenObject = ({ before, after, fields }: Appended, number: number): string => {
  const [old, changed] = [before.object(number), after.object(number)];
  const name = nameOf(after, fields, number);
  if (!(old instanceof PDFDict) || !(changed instanceof PDFDict)) return name;
  const keys = changedKeys(old, changed).map((key) => `/${key}`);
  return `${name}: ${keys.join(' ') || 'as before'}`;
};

const nameOf = (
  view: DocumentView,
  fields: ReadonlyMap<number, FormField>,
  number: number,
): string => {
  const is = (value: unknown) => value instanceof PDFRef && value.objectNumber === number;
  if (is(entry(view.trailer, 'Root'))) return 'catalog';
  if (is(entry(view.catalog, 'AcroForm'))) return 'form';
  if (is(entry(view.catalog, 'DSS'))) return 'validation data';
  const field = fields.get(number);
  return field ? `field ${field.name}` : `object ${number}`;
};

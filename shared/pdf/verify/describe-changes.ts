import { PDFDict, type PDFObject, PDFRef } from 'pdf-lib';
import { changedKeys, type DocumentView, entry, textOf } from './document-view.ts';
import { type FileRevision, latin1, parseObject } from './file-structure.ts';
import type { FormField } from './find-signature.ts';
import { pageNumbers } from './page-numbers.ts';

interface Appended {
  readonly before: DocumentView;
  readonly after: DocumentView;
  readonly revision: FileRevision;
  readonly fields: ReadonlyMap<number, FormField>;
}

/** Describes what a revision wrote, for experts; does not judge it. */
export const describeChanges = ({ before, after, revision, fields }: Appended): string[] =>
  describeObjects([...revision.objects.keys()], {
    before,
    after: (number) => after.object(number),
    name: (number) => nameOf(after, fields, number),
  });

/** An indirect object's header, anywhere in the bytes. */
const HEAD = /(?<![\d.])(\d{1,10}) \d{1,5} obj\b/g;
/** Limits of what is described, in bytes and objects. */
const READ = 1 << 20;
const MAX_OBJECTS = 200;
const MAX_OBJECT_BYTES = 1 << 16;

/** Describes what another writer appended, as far as it can be parsed. */
export function describeAddition(
  added: Uint8Array,
  before: DocumentView,
  fields: ReadonlyMap<number, FormField>,
): string[] {
  const heads = [...latin1(added.subarray(0, READ)).matchAll(HEAD)].slice(0, MAX_OBJECTS);
  const starts = new Map(
    heads.map(({ 0: head, 1: number, index }) => [Number(number), index + head.length]),
  );
  const described = describeObjects([...starts.keys()], {
    before,
    after: (number) => readable(added, starts.get(number) ?? 0),
    name: (number) => nameOf(before, fields, number),
  });
  return described.length > 0 ? described : ['nothing that can be read as objects'];
}

function readable(added: Uint8Array, start: number): PDFObject | undefined {
  try {
    return parseObject(added.subarray(start, start + MAX_OBJECT_BYTES));
  } catch {
    return undefined;
  }
}

interface Described {
  readonly before: DocumentView;
  readonly after: (number: number) => PDFObject | undefined;
  readonly name: (number: number) => string;
}

function describeObjects(numbers: readonly number[], { before, after, name }: Described): string[] {
  const rewritten = numbers.filter((number) => before.span(number));
  const added = numbers.length - rewritten.length;
  return [
    ...rewritten.map((number) => `${name(number)}${keysOf(before.object(number), after(number))}`),
    ...(added > 0 ? [`${added} new ${added === 1 ? 'object' : 'objects'}`] : []),
  ];
}

function keysOf(old: PDFObject | undefined, changed: PDFObject | undefined): string {
  if (!(old instanceof PDFDict) || !(changed instanceof PDFDict)) return '';
  const keys = changedKeys(old, changed)
    .filter((key) => !isSameText(entry(old, key), entry(changed, key)))
    .map((key) => `/${key}`);
  return `: ${keys.join(' ') || 'as before'}`;
}

/** Compares text values, since other writers may encode the same text differently. */
const isSameText = (old: PDFObject | undefined, changed: PDFObject | undefined): boolean =>
  textOf(old) !== undefined && textOf(old) === textOf(changed);

function nameOf(
  view: DocumentView,
  fields: ReadonlyMap<number, FormField>,
  number: number,
): string {
  const is = (value: unknown) => value instanceof PDFRef && value.objectNumber === number;
  if (is(entry(view.trailer, 'Root'))) return 'catalog';
  if (is(entry(view.trailer, 'Info'))) return 'information';
  if (is(entry(view.catalog, 'Pages'))) return 'page tree';
  if (is(entry(view.catalog, 'AcroForm'))) return 'form';
  if (is(entry(view.catalog, 'DSS'))) return 'validation data';
  const field = fields.get(number);
  if (field) return `field ${field.name}`;
  const page = pageNumbers(view).get(number);
  return page ? `page ${page}` : `object ${number}`;
}

import { type PDFContext, PDFName, PDFRawStream, type PDFRef } from 'pdf-lib';
import type { OpenDocument } from '../intake/open-document.ts';
import { PdfRefusal } from '../refusal.ts';
import type { Glyph, MarkedSpan, PageContent } from '../text/page-content.ts';
import { TextEdits, Unremovable } from './edit-text.ts';
import { type FoundTag, findTags } from './find-tags.ts';
import { type ReadPage, readPages } from './read-pages.ts';
import { removeHiddenTags } from './remove-hidden-tags.ts';

const TOLD = 80;

/**
 * Removes the glyphs of every tag from the page content; the text after it does not move. Throws
 * `tag_not_removable` if one cannot be removed completely.
 */
export function removeTags(document: OpenDocument): void {
  const edits = new TextEdits();
  const removed: string[] = [];
  const touched = new Set<number>();
  for (const { index, content } of readPages(document)) {
    for (const tag of findTags(content.glyphs).tags) {
      orRefused(index, tag, () => removeTag(edits, tag, content));
      removed.push(tag.text);
      touched.add(index);
    }
  }
  if (removed.length === 0) return;
  replaceStreams(document.context, edits.contents());
  removeHiddenTags(document.context, removed);
  for (const page of readPages(document)) if (touched.has(page.index)) assertFree(page);
}

function removeTag(edits: TextEdits, { glyphs }: FoundTag, content: PageContent): void {
  const gone = new Set<Glyph>(glyphs);
  for (const glyph of glyphs) edits.remove(glyph);
  for (const span of new Set(glyphs.flatMap(({ shown }) => shown.spans))) {
    if (!isWhole(span, gone, content)) throw new Unremovable();
    edits.unmark(span);
  }
}

/** Replacement text (`ActualText`) must stand for the tag alone; otherwise the tag cannot be removed. */
const isWhole = (span: MarkedSpan, gone: ReadonlySet<Glyph>, { glyphs }: PageContent): boolean =>
  glyphs.every((glyph) => gone.has(glyph) || !glyph.shown.spans.includes(span));

function orRefused(page: number, { text }: Pick<FoundTag, 'text'>, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Unremovable)) throw error;
    throw notRemovable(page, text);
  }
}

function assertFree({ index, content }: ReadPage): void {
  const [left] = findTags(content.glyphs).tags;
  if (left) throw notRemovable(index, left.text);
}

/** Page numbers in messages count from 1. */
const notRemovable = (page: number, text: string): PdfRefusal =>
  new PdfRefusal('tag_not_removable', { page: page + 1, tag: text.slice(0, TOLD) });

function replaceStreams(
  context: PDFContext,
  contents: ReadonlyMap<PDFRawStream, Uint8Array>,
): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const content = object instanceof PDFRawStream ? contents.get(object) : undefined;
    if (content && object instanceof PDFRawStream) replace(context, ref, object, content);
  }
}

function replace(
  context: PDFContext,
  ref: PDFRef,
  { dict }: PDFRawStream,
  content: Uint8Array,
): void {
  dict.delete(PDFName.of('DecodeParms'));
  const packed = context.flateStream(content);
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  context.assign(ref, PDFRawStream.of(dict, packed.getContents()));
}

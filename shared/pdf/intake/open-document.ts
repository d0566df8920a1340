import type { RemovedPart } from '../../domain/envelope/removed-part.ts';
import { type FontReferences, FormDrawing } from '../draw/form-drawing.ts';
import { assertInflatable } from '../syntax/assert-inflatable.ts';
import { reachableObjects } from '../syntax/reachable-objects.ts';
import { flattenForm } from './flatten/flatten-form.ts';
import { type LoadedDocument, loadDocument } from './load-document.ts';
import type { ContentBalance } from './page/content-balance.ts';
import type { PlacedForm } from './page/overlay.ts';
import { balancesOf } from './page/page-contents.ts';
import { geometryOf, type PageGeometry } from './page/page-geometry.ts';
import { flattenPageTree, type Page } from './page/page-tree.ts';
import { refuseDocument } from './refuse-document.ts';
import { removeActions } from './remove-actions.ts';

/** A document that may be signed, with nothing active left in it. */
export interface OpenDocument extends LoadedDocument {
  readonly pages: Page[];
  readonly geometries: PageGeometry[];
  /** What the content of each page leaves open. */
  readonly balances: readonly ContentBalance[];
  /** Where they stand is settled only when the document is written. */
  readonly fonts: FontReferences;
  readonly forms: FormDrawing;
  /** What its form showed, to be painted into its pages; by index of the page. */
  readonly flattened: ReadonlyMap<number, readonly PlacedForm[]>;
  readonly removed: readonly RemovedPart[];
}

/** Throws every refusal of a document there is. */
export async function openDocument(bytes: Uint8Array): Promise<OpenDocument> {
  const document = await loadDocument(bytes);
  const found = reachableObjects(document.context, [document.catalog]);
  refuseDocument(document, found);
  await assertInflatable(found.streams);
  const removed = removeActions(document, found);
  const pages = flattenPageTree(document);
  const geometries = pages.map(({ dict }) => geometryOf(dict));
  const balances = balancesOf(pages);
  const fonts = { regular: document.context.nextRef(), bold: document.context.nextRef() };
  const forms = new FormDrawing(document.context, fonts);
  const { placed, widgets } = flattenForm(document, pages, forms);
  if (widgets > 0) removed.add('form_fields');
  return {
    ...document,
    pages,
    geometries,
    balances,
    fonts,
    forms,
    flattened: placed,
    removed: [...removed].sort(),
  };
}

import type { RemovedPart } from '../../domain/envelope/removed-part.ts';
import type { Suggestion } from '../../domain/fields/suggestion.ts';
import { type FontReferences, FormDrawing } from '../draw/form-drawing.ts';
import { formFields } from '../suggest/form-fields.ts';
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

/** A document accepted for signing, active content removed. */
export interface OpenDocument extends LoadedDocument {
  readonly pages: Page[];
  readonly geometries: PageGeometry[];
  /** Per page, what its content stream leaves open. */
  readonly balances: readonly ContentBalance[];
  /** References; renumbered when the document is written. */
  readonly fonts: FontReferences;
  readonly forms: FormDrawing;
  /** Appearances of the flattened form, by page index. */
  readonly flattened: ReadonlyMap<number, readonly PlacedForm[]>;
  readonly removed: readonly RemovedPart[];
  /** Fields of its own form that were still open. */
  readonly formFields: readonly Omit<Suggestion, 'id'>[];
}

/** Opens and checks a document. Throws all refusals of documents. */
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
  const open = openFields(pages, geometries);
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
    formFields: open,
  };
}

/** They are only suggested: a form that our code cannot read is no reason to refuse the document. */
function openFields(...form: Parameters<typeof formFields>): OpenDocument['formFields'] {
  try {
    return formFields(...form);
  } catch {
    return [];
  }
}

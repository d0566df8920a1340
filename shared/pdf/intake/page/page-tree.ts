import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from 'pdf-lib';
import { PdfRefusal } from '../../refusal.ts';
import { type Attributes, assertInheritsAlike, attributesOf } from '../../syntax/inheritable.ts';
import { dictionary } from '../../syntax/make-object.ts';
import type { LoadedDocument } from '../load-document.ts';

export const MAX_PAGES = 2_000;
const MAX_DEPTH = 50;
/** Bounds the nodes visited, also for a tree that refers to the same node many times. */
const MAX_NODES = 20_000;

export interface Page {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
}

const TYPE = PDFName.of('Type');
const PAGE_ENTRIES = ['Contents', 'MediaBox'].map((key) => PDFName.of(key));
const COUNT = PDFName.of('Count');
const KIDS = PDFName.of('Kids');
const PARENT = PDFName.of('Parent');

/**
 * The pages in order with inherited attributes copied in; `setPages` makes one flat tree of them. Throws
 * `pdf_too_large` above 2,000 pages, `pdf_damaged` if there is none or viewers would differ on an inherited
 * attribute.
 */
export function flattenPageTree({ context, catalog }: LoadedDocument): Page[] {
  const root = catalog.get(PDFName.of('Pages'));
  const walk: Walk = { context, pages: [], known: new Set(), nodes: 0, isCircular: false };
  if (root) collect(walk, root, new Map(), new Set());
  if (walk.pages.length === 0) throw new PdfRefusal('pdf_damaged', { reason: 'no pages' });
  assertCounted(context.lookup(root), walk);
  return walk.pages;
}

/** Viewers show no more pages than /Count. */
function assertCounted(root: PDFObject | undefined, { pages, isCircular }: Walk): void {
  const count = root instanceof PDFDict ? root.lookup(COUNT) : undefined;
  const counted = count instanceof PDFNumber ? count.asNumber() : 0;
  if (counted > 0 && (counted < pages.length || (isCircular && counted > pages.length))) {
    throw new PdfRefusal('pdf_damaged', { reason: 'pages miscounted', pages: pages.length });
  }
}

/** Replaces the page tree. */
export function setPages({ context, catalog }: LoadedDocument, pages: readonly Page[]): void {
  const tree = dictionary(context, {
    Type: 'Pages',
    Count: pages.length,
    Kids: pages.map(({ ref }) => ref),
  });
  const ref = context.register(tree);
  for (const { dict } of pages) dict.set(PARENT, ref);
  catalog.set(PDFName.of('Pages'), ref);
}

/** Some writers omit /Type. */
function isPage(node: PDFDict): boolean {
  const type = node.lookup(TYPE);
  if (type === undefined || type === PDFName.of('Page')) return true;
  return type !== PDFName.of('Catalog') && PAGE_ENTRIES.some((key) => node.has(key));
}

interface Walk {
  readonly context: PDFContext;
  readonly pages: Page[];
  readonly known: Set<PDFDict>;
  nodes: number;
  /** The tree contains a cycle; pages behind it are lost. */
  isCircular: boolean;
}

function collect(
  walk: Walk,
  kid: PDFObject,
  inherited: Attributes,
  path: ReadonlySet<PDFDict>,
): void {
  const node = walk.context.lookup(kid);
  if (!(node instanceof PDFDict) || !(node.has(KIDS) || isPage(node))) {
    throw new PdfRefusal('pdf_damaged', { reason: 'a page is missing', kid: String(kid) });
  }
  if (path.has(node)) {
    walk.isCircular = true;
    return;
  }
  walk.nodes += 1;
  if (walk.nodes > MAX_NODES || path.size > MAX_DEPTH) throw new PdfRefusal('pdf_unsafe');
  const attributes = attributesOf(node, inherited);
  const kids = node.lookup(KIDS);
  if (!(kids instanceof PDFArray)) {
    if (node.has(KIDS)) throw new PdfRefusal('pdf_damaged', { reason: 'pages are missing' });
    addPage(walk, kid, node, attributes);
    return;
  }
  const below = new Set(path).add(node);
  for (const each of kids.asArray()) collect(walk, each, attributes, below);
}

/** A page listed twice becomes two pages, since each gets its own content. */
function addPage(walk: Walk, kid: PDFObject, node: PDFDict, attributes: Attributes): void {
  const { context, pages, known } = walk;
  if (pages.length >= MAX_PAGES) throw new PdfRefusal('pdf_too_large', { maxPages: MAX_PAGES });
  assertInheritsAlike(node, attributes);
  const repeated = known.has(node);
  const dict = repeated ? node.clone(context) : node;
  known.add(node);
  for (const [key, value] of attributes) dict.set(key, value);
  dict.set(PDFName.of('Type'), PDFName.of('Page'));
  const ref = kid instanceof PDFRef && !repeated ? kid : context.register(dict);
  pages.push({ ref, dict });
}

import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFObject, PDFString } from 'pdf-lib';
import type { RemovedPart } from '../../domain/envelope/removed-part.ts';
import { name } from '../syntax/make-object.ts';
import type { ReachableObjects } from '../syntax/reachable-objects.ts';
import type { LoadedDocument } from './load-document.ts';

/** Actions of ISO 32000-1, table 198, that do more than navigate within the document. */
const UNSAFE: Readonly<Record<string, RemovedPart>> = {
  JavaScript: 'javascript',
  Launch: 'launch_action',
  SubmitForm: 'submit_action',
  ResetForm: 'reset_action',
  ImportData: 'import_action',
  GoToR: 'remote_action',
  GoToE: 'remote_action',
  Rendition: 'media_action',
  Movie: 'media_action',
  Sound: 'media_action',
  GoTo3DView: 'media_action',
  RichMediaExecute: 'media_action',
  Hide: 'visibility_action',
  SetOCGState: 'visibility_action',
};
const HARMLESS_COMMANDS = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage']);
const SAFE_SCHEMES = new Set(['http', 'https', 'mailto', 'tel']);

/** Removes scripts and active actions; links within the document and to the web stay. */
export function removeActions(
  { catalog }: LoadedDocument,
  { dicts }: ReachableObjects,
): Set<RemovedPart> {
  const removed = new Set<RemovedPart>();
  removeScriptNames(catalog, removed);
  removeOpenAction(catalog, removed);
  for (const dict of dicts) {
    removeTriggers(dict, removed);
    for (const key of ['A', 'PA', 'Next']) removeAction(dict, name(key), removed);
  }
  return removed;
}

function removeScriptNames(catalog: PDFDict, removed: Set<RemovedPart>): void {
  const names = catalog.lookup(name('Names'));
  if (!(names instanceof PDFDict)) return;
  if (names.delete(name('JavaScript'))) removed.add('javascript');
  names.delete(name('EmbeddedFiles'));
}

function removeOpenAction(catalog: PDFDict, removed: Set<RemovedPart>): void {
  const action = catalog.lookup(name('OpenAction'));
  if (!(action instanceof PDFDict)) return;
  const verdict = judge(action);
  if (!verdict) return;
  catalog.delete(name('OpenAction'));
  removed.add('open_action').add(verdict);
}

/** /AA is triggered by events such as opening a page, so all of it is removed. */
function removeTriggers(dict: PDFDict, removed: Set<RemovedPart>): void {
  const triggers = dict.lookup(name('AA'));
  if (!dict.delete(name('AA'))) return;
  removed.add('additional_actions');
  if (!(triggers instanceof PDFDict)) return;
  for (const key of triggers.keys()) {
    const action = triggers.lookup(key);
    const verdict = action instanceof PDFDict ? judge(action) : undefined;
    if (verdict) removed.add(verdict);
  }
}

function removeAction(dict: PDFDict, key: PDFName, removed: Set<RemovedPart>): void {
  const value = dict.lookup(key);
  const actions = value instanceof PDFArray ? resolved(value) : [value];
  const verdicts = actions.map((action) => (isAction(action) ? judge(action) : undefined));
  const found = verdicts.filter((verdict) => verdict !== undefined);
  if (found.length > 0) dict.delete(key);
  for (const verdict of found) removed.add(verdict);
}

const resolved = (array: PDFArray) =>
  Array.from({ length: array.size() }, (_, index) => array.lookup(index));

/** Structure elements also have /A, with different content. */
const isAction = (object: PDFObject | undefined): object is PDFDict =>
  object instanceof PDFDict && (object.has(name('S')) || object.has(name('JS')));

function judge(action: PDFDict): RemovedPart | undefined {
  const type = action.lookup(name('S'));
  if (action.has(name('JS'))) return 'javascript';
  if (!(type instanceof PDFName)) return 'other_action';
  switch (type.decodeText()) {
    case 'GoTo':
      return undefined;
    case 'Thread':
      return action.has(name('F')) ? 'remote_action' : undefined;
    case 'URI':
      return isSafeLink(action) ? undefined : 'unsafe_link';
    case 'Named':
      return isHarmlessCommand(action) ? undefined : 'viewer_action';
    default:
      return UNSAFE[type.decodeText()] ?? 'other_action';
  }
}

function isHarmlessCommand(action: PDFDict): boolean {
  const command = action.lookup(name('N'));
  return command instanceof PDFName && HARMLESS_COMMANDS.has(command.decodeText());
}

/** A URI without a scheme would be relative to where the document was opened from. */
function isSafeLink(action: PDFDict): boolean {
  const uri = action.lookup(name('URI'));
  if (!(uri instanceof PDFString || uri instanceof PDFHexString)) return false;
  const scheme = /^[\s\p{Cc}]*([a-z][a-z0-9+.-]*):/iu.exec(uri.decodeText())?.[1];
  return scheme === undefined || SAFE_SCHEMES.has(scheme.toLowerCase());
}

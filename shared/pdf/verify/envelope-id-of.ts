import { type DocumentView, entry, textOf } from './document-view.ts';
import { VerifyError } from './report.ts';

/**
 * The envelope id that intake wrote into the information dictionary; throws `VerifyError` if it is not the
 * wanted one.
 */
export function envelopeIdOf(view: DocumentView, wanted: string | undefined): string {
  const own = textOf(entry(view.dictionary(entry(view.trailer, 'Info')), 'SigilloEnvelope'));
  if (own === undefined) throw new VerifyError('structure', 'the file names no envelope');
  if (wanted !== undefined && wanted !== own)
    throw new VerifyError('hash_differs', `the file belongs to ${own}`);
  return own;
}

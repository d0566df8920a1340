import { PDFDict, PDFNumber } from 'pdf-lib';
import { directArray, entry, nameOf } from './document-view.ts';
import type { FoundSignature } from './find-signature.ts';
import { VerifyError } from './report.ts';

/**
 * Checks the order of revisions in a sealed document: the parties, the first of which certifies, then seal,
 * validation data and a timestamp; then renewals, which end with a timestamp. Throws `VerifyError`.  @param
 * steps The signature of each appended revision; undefined if it only adds data.
 */
export function checkSequence(steps: readonly (FoundSignature | undefined)[]): void {
  const letters = steps.map((step) => LETTERS[step?.kind ?? 'data']).join('');
  if (steps.every((step) => step === undefined))
    throw new VerifyError('not_ours', 'no appended revision holds a signature');
  if (/SDT.*[^T]$/.test(letters)) throw new VerifyError('appended', `signatures found: ${letters}`);
  if (!/S[DT]*T$/.test(letters) || /ST/.test(letters))
    throw new VerifyError('incomplete', `signatures found: ${letters}`);
  if (!/^P+SDT(D?T)*$/.test(letters))
    throw new VerifyError('order', `signatures found: ${letters}`);
  if (!steps[0] || !certifies(steps[0]))
    throw new VerifyError('order', 'the first signature does not certify the document');
}

const LETTERS = { party: 'P', seal: 'S', data: 'D', timestamp: 'T' } as const;

/** DocMDP with P=2: only form filling and signatures may follow (ISO 32000-1 § 12.8.2.2). */
const certifies = ({ dict }: FoundSignature): boolean =>
  directArray(entry(dict, 'Reference')).some((reference) => {
    const parameters = entry(reference, 'TransformParams');
    const permission = parameters instanceof PDFDict ? entry(parameters, 'P') : undefined;
    return (
      nameOf(entry(reference, 'TransformMethod')) === 'DocMDP' &&
      permission instanceof PDFNumber &&
      permission.asNumber() === 2
    );
  });

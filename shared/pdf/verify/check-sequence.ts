import { PDFDict, PDFNumber } from 'pdf-lib';
import { directArray, entry, nameOf } from './document-view.ts';
import type { FoundSignature } from './find-signature.ts';
import { VerifyError } from './report.ts';

/**
 * Checks the order that every sealed document has: the parties, of whom the first certifies, then
 * the seal, its validation data and a timestamp; then what renews the proof, a timestamp at the end.
 * Throws `VerifyError`.
 *
 * @param steps the signature of each appended revision, or undefined where it only adds data
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

/** DocMDP with P=2: only forms and signatures may follow (ISO 32000-1 §12.8.2.2). */
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

import { resultsTables } from '../../test/pki/published/results.ts';

const ABOVE = 'Written by `npm run docs`.\n\n';

/** The page with the current results of the published test cases; the text above them is kept. */
export async function pathValidationPage(stored: string): Promise<string> {
  const at = stored.indexOf(ABOVE);
  if (at < 0) throw new Error('docs/path-validation.md says no more where its results begin');
  return stored.slice(0, at + ABOVE.length) + (await resultsTables());
}

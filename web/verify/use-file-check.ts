import { useState } from 'preact/hooks';
import type { VerifyPageFacts } from '../../shared/contract/verifier.ts';
import { type Checked, type Checker, CheckTimedOut } from './checker.ts';
import { type Conclusion, conclude } from './conclude.ts';

export interface CheckResult extends Checked {
  readonly name: string;
  readonly conclusion: Conclusion;
  /** Whether the page's URL has a claim. */
  readonly hasClaim: boolean;
}

export type CheckState =
  | { readonly kind: 'waiting' | 'checking' | 'failed' | 'tooSlow' }
  | { readonly kind: 'checked'; readonly result: CheckResult };

export interface FileCheckProperties {
  readonly state: CheckState;
  readonly onFile: (file: File) => void;
}

/** State of a file's check, from its selection to the verdict. */
export function useFileCheck(
  checker: Checker,
  facts: VerifyPageFacts,
  claim: string | undefined,
): FileCheckProperties & { reset: () => void } {
  const { code, record } = facts;
  const [state, setState] = useState<CheckState>({ kind: 'waiting' });
  async function judge(file: File): Promise<CheckState> {
    const checked = await checker.check(file, facts, claim);
    const conclusion = conclude({ ...checked, code, record });
    const hasClaim = claim !== undefined;
    return { kind: 'checked', result: { ...checked, name: file.name, conclusion, hasClaim } };
  }
  function onFile(file: File) {
    if (state.kind === 'checking') return;
    setState({ kind: 'checking' });
    judge(file).then(setState, (error) =>
      setState({ kind: error instanceof CheckTimedOut ? 'tooSlow' : 'failed' }),
    );
  }
  return { state, onFile, reset: () => setState({ kind: 'waiting' }) };
}

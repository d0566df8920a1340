import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Ceremony } from './ceremony-api.ts';
import type { SentCode } from './context.ts';
import { afterCode, isStep, type lackingMark, type Step, stepsOf } from './signing-steps.ts';

interface Entry {
  readonly step?: Step;
  readonly sentCode?: SentCode;
  /** Reason for declining. */
  readonly reason?: string;
}

const entry = (): Entry => (history.state as Entry | null) ?? {};

type Lacks = ReturnType<typeof lackingMark>;

/** The step to show after a reload or the back button; a step that is not allowed is replaced by the one that is. */
function dueStep(ceremony: Ceremony, lacks: Lacks): Step {
  const { step, reason } = entry();
  if (step === 'decline') return reason ? 'decline' : 'read';
  if (!isStep(step) || !ceremony.shown) return 'read';
  if (step === 'terms') return ceremony.consentedAt ? 'read' : 'terms';
  if (!ceremony.confirmedUntil) return step === 'code' && ceremony.consentedAt ? 'code' : 'read';
  const isOff = step === 'copy' ? !ceremony.copy : !stepsOf(ceremony).includes(step);
  if (step === 'code' || isOff) return afterCode(ceremony);
  return step === 'review' ? (lacks ?? step) : step;
}

/** The step is in the history entry's state, never in the URL, so that a reload stays on it. */
export function useStep(ceremony: Ceremony, lacks: Lacks) {
  const due = useRef(() => dueStep(ceremony, lacks));
  due.current = () => dueStep(ceremony, lacks);
  const [step, setStep] = useState<Step>(due.current);
  useEffect(() => {
    history.replaceState({ ...entry(), step }, '');
    const onPop = () => setStep(due.current());
    window.addEventListener('popstate', onPop);
    return () => window.removeEventListener('popstate', onPop);
  }, []);
  const goTo = useCallback((next: Step, how: 'further' | 'instead' = 'further') => {
    const state = { ...entry(), step: next };
    if (how === 'instead') history.replaceState(state, '');
    else history.pushState(state, '');
    setStep(next);
    window.scrollTo(0, 0);
  }, []);
  const [sentCode, setSentCode] = useState(() => entry().sentCode);
  const codeSent = useCallback((sent: SentCode) => {
    history.replaceState({ ...entry(), sentCode: sent }, '');
    setSentCode(sent);
  }, []);
  const declineFor = useCallback((why: string) => {
    history.replaceState({ ...entry(), reason: why }, '');
    goTo('decline');
  }, []);
  const goBack = useCallback(() => history.back(), []);
  const { reason } = entry();
  return { step, goTo, goBack, sentCode, codeSent, reason, declineFor };
}

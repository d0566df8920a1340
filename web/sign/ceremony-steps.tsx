import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../ui/language.ts';
import type { Ceremony, CeremonyApi, Values } from './ceremony-api.ts';
import { type CeremonyContext, Context, type Step, stepsOf } from './context.ts';
import { DocumentProvider } from './document.tsx';
import type { Mark } from './marks/mark.ts';
import { CodeStep } from './steps/code-step.tsx';
import { FillStep } from './steps/fill-step.tsx';
import { MarkStep } from './steps/mark-step.tsx';
import { ReadStep } from './steps/read-step.tsx';
import { ReviewStep } from './steps/review-step.tsx';
import { TermsStep } from './steps/terms-step.tsx';
import type { Texts } from './texts/texts.ts';

interface Properties {
  ceremony: Ceremony;
  api: CeremonyApi;
  texts: Texts;
  language: Language;
  reload: () => Promise<void>;
}

const SCREENS = {
  read: ReadStep,
  terms: TermsStep,
  code: CodeStep,
  fill: FillStep,
  mark: MarkStep,
  review: ReviewStep,
} satisfies Record<Step, () => unknown>;

/** One screen at a time; the browser's back button goes one step back. */
export function CeremonySteps({ ceremony, api, texts, language, reload }: Properties) {
  const [step, goTo, goBack] = useStep();
  const { values, setValue, saved } = useDraft(ceremony, api);
  const [signature, setSignature] = useState<Mark>();
  const [stamp, setStamp] = useState<Mark>();
  const context: CeremonyContext = {
    api,
    ceremony,
    texts,
    language,
    values,
    setValue,
    saved,
    signature,
    setSignature,
    stamp,
    setStamp,
    goTo,
    goBack,
    reload,
  };
  const Screen = SCREENS[step];
  return (
    <Context.Provider value={context}>
      <DocumentProvider>
        {step !== 'read' && <Progress step={step} steps={stepsOf(ceremony)} texts={texts} />}
        <Screen />
      </DocumentProvider>
    </Context.Provider>
  );
}

interface ProgressProperties {
  step: Step;
  steps: readonly Step[];
  texts: Texts;
}

function Progress({ step, steps, texts }: ProgressProperties) {
  const index = steps.indexOf(step);
  return (
    <ol class="progress">
      {steps.map((name, position) => (
        <li
          key={name}
          class={position < index ? 'past' : ''}
          aria-current={position === index ? 'step' : undefined}
        >
          {texts.steps[name]}
        </li>
      ))}
    </ol>
  );
}

/** The step stands in the history's state, never in the address. A reload starts at reading. */
function useStep(): [Step, (step: Step) => void, () => void] {
  const [step, setStep] = useState<Step>('read');
  useEffect(() => {
    history.replaceState({ step: 'read' }, '');
    const onPop = (event: PopStateEvent) =>
      setStep((event.state as { step?: Step })?.step ?? 'read');
    window.addEventListener('popstate', onPop);
    return () => window.removeEventListener('popstate', onPop);
  }, []);
  const goTo = useCallback((next: Step) => {
    history.pushState({ step: next }, '');
    setStep(next);
    window.scrollTo(0, 0);
  }, []);
  return [step, goTo, useCallback(() => history.back(), [])];
}

const SAVE_AFTER_MS = 800;

/** Values are saved as they are entered, so that one can leave and go on later or elsewhere. */
function useDraft(ceremony: Ceremony, api: CeremonyApi) {
  const [values, setValues] = useState<Values>(ceremony.values);
  const [saved, setSaved] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(values);
  const save = useCallback(() => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    api.saveDraft(ceremony.handle, latest.current).then(
      () => setSaved(timer.current === undefined),
      () => {},
    );
  }, [api, ceremony.handle]);
  useEffect(() => {
    document.addEventListener('visibilitychange', save);
    return () => document.removeEventListener('visibilitychange', save);
  }, [save]);
  const setValue = useCallback(
    (field: string, value: Values[string]) => {
      latest.current = { ...latest.current, [field]: value };
      setValues(latest.current);
      setSaved(false);
      clearTimeout(timer.current);
      timer.current = setTimeout(save, SAVE_AFTER_MS);
    },
    [save],
  );
  return { values, setValue, saved };
}

import { Suspense } from 'preact/compat';
import { useEffect } from 'preact/hooks';
import type { Language } from '../ui/language.ts';
import type { Ceremony, CeremonyApi } from './ceremony-api.ts';
import {
  type CeremonyContext,
  Context,
  lackingMark,
  type SigningStep,
  stepsOf,
} from './context.ts';
import { DocumentProvider } from './document.tsx';
import { SeenProvider } from './seen.tsx';
import { isOver, sentenceOf } from './sentence.ts';
import { fetchLaterSteps, SCREENS } from './steps/screens.tsx';
import type { Texts } from './texts/texts.ts';
import { useDraft } from './use-draft.ts';
import { useStep } from './use-step.ts';

interface Properties {
  ceremony: Ceremony;
  api: CeremonyApi;
  texts: Texts;
  language: Language;
  reload: () => Promise<Ceremony | undefined>;
  setCeremony: (ceremony: Ceremony) => void;
}

/** One screen at a time; the browser's back button goes one step back. */
export function CeremonySteps(properties: Properties) {
  const { ceremony, api, texts } = properties;
  const draft = useDraft(ceremony, api);
  const { step, ...moves } = useStep(ceremony, lackingMark(ceremony, draft));
  const explain = async (cause: unknown) => {
    if (isOver(cause)) await properties.reload().catch(() => {});
    return sentenceOf(cause, texts);
  };
  const context: CeremonyContext = { ...properties, ...draft, ...moves, explain };
  const Screen = SCREENS[step];
  useEffect(fetchLaterSteps, []);
  return (
    <Context.Provider value={context}>
      <DocumentProvider>
        <SeenProvider>
          {step !== 'read' && step !== 'decline' && (
            <Progress step={step} steps={stepsOf(ceremony)} texts={texts} />
          )}
          <Suspense fallback={<p role="status">{texts.loading}</p>}>
            <Screen />
          </Suspense>
        </SeenProvider>
      </DocumentProvider>
    </Context.Provider>
  );
}

interface ProgressProperties {
  step: SigningStep;
  steps: readonly SigningStep[];
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

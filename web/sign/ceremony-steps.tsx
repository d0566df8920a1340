import { Suspense } from 'preact/compat';
import { useEffect } from 'preact/hooks';
import type { Language } from '../ui/language.ts';
import type { Ceremony, CeremonyApi } from './ceremony-api.ts';
import { useConfirmation } from './confirmation/use-confirmation.ts';
import { type CeremonyContext, Context } from './context.ts';
import { DocumentProvider } from './document.tsx';
import { SeenProvider } from './seen.tsx';
import { isOver, isUnconfirmed, sentenceOf } from './sentence.ts';
import { lackingMark, type SigningStep, stepsOf } from './signing-steps.ts';
import { fetchLaterSteps, SCREENS } from './steps/screens.tsx';
import type { Texts } from './texts/texts.ts';
import { useDraft } from './use-draft.ts';
import { useStep } from './use-step.ts';

interface Properties {
  readonly ceremony: Ceremony;
  readonly api: CeremonyApi;
  readonly texts: Texts;
  readonly language: Language;
  readonly reload: () => Promise<Ceremony | undefined>;
  readonly setCeremony: (ceremony: Ceremony) => void;
}

/** Shows one step at a time; the browser's back button goes one step back. */
export function CeremonySteps(properties: Properties) {
  const { ceremony, api, texts } = properties;
  async function explain(cause: unknown) {
    if (isOver(cause)) await properties.reload().catch(() => {});
    if (isUnconfirmed(cause)) unconfirmed();
    return sentenceOf(cause, texts);
  }
  const { unconfirmed, ...confirmed } = useConfirmation({ ...properties, onFailure: explain });
  const draft = useDraft(ceremony, api, unconfirmed);
  const { step, ...moves } = useStep(ceremony, lackingMark(ceremony, draft));
  const context: CeremonyContext = { ...properties, ...draft, ...moves, ...confirmed, explain };
  const Screen = SCREENS[step];
  useEffect(fetchLaterSteps, []);
  return (
    <Context.Provider value={context}>
      <DocumentProvider>
        <SeenProvider>
          <div class="ceremony">
            {step !== 'read' && step !== 'decline' && (
              <Progress
                step={step === 'copy' ? 'code' : step}
                steps={stepsOf(ceremony)}
                texts={texts}
              />
            )}
            <Suspense fallback={<p role="status">{texts.loading}</p>}>
              <Screen />
            </Suspense>
          </div>
        </SeenProvider>
      </DocumentProvider>
    </Context.Provider>
  );
}

interface ProgressProperties {
  readonly step: SigningStep;
  readonly steps: readonly SigningStep[];
  readonly texts: Texts;
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

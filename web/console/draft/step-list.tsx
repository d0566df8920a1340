import { useConsole } from '../context.ts';
import { DRAFT_STEPS, type DraftStep, linkTo } from '../route.ts';

interface Properties {
  readonly step: DraftStep;
  /** Absent before a draft exists. */
  readonly id: string | undefined;
  /** Number of steps, from the first, that may be opened. */
  readonly reached: number;
}

/** The steps of a new envelope: current, done and coming. */
export function StepList({ step, id, reached }: Properties) {
  const { texts } = useConsole();
  const current = DRAFT_STEPS.indexOf(step);
  return (
    <nav aria-label={texts.draft.steps}>
      <ol class="steps">
        {DRAFT_STEPS.map((name, index) => (
          <li key={name} class={index < current ? 'done' : index === current ? 'now' : ''}>
            {id && index <= reached && index !== current ? (
              <a href={linkTo.envelope(id, name)}>{texts.draft.step[name]}</a>
            ) : (
              <span aria-current={index === current ? 'step' : undefined}>
                {texts.draft.step[name]}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

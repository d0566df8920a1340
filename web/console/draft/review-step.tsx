import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { describedBy, LabelledField } from '../../ui/labelled-field.tsx';
import { StepHeading } from '../../ui/page.tsx';
import { useErrors } from '../../ui/use-errors.ts';
import { useConsole } from '../context.ts';
import { useKept } from '../kept.ts';
import { linkTo, replaceWith } from '../route.ts';
import { type Envelope, factsOf } from '../sender-api.ts';
import { useWork } from '../use-work.ts';
import { WorkFailure } from '../work-failure.tsx';
import { useDraft } from './context.ts';
import { FormNotice } from './form-notice.tsx';
import { Preview } from './preview.tsx';
import { StepActions } from './step-actions.tsx';
import { Turns } from './turns.tsx';

/** Days after the invitation that are offered; others that a draft has stay offered too. */
const REMINDERS = [1, 3, 7, 14, 30];

/** The last look: message, deadline, reminders, what each will see. Then it goes. */
export function ReviewStep() {
  const { api, texts, settings } = useConsole();
  const { envelope, onEnvelope, goTo, work } = useDraft();
  const saved = termsOf(envelope);
  const [terms, setTerms, forget] = useKept(
    `${envelope.id}.review`,
    JSON.stringify(saved),
    () => saved,
  );
  const change = (by: Partial<typeof saved>) => setTerms((before) => ({ ...before, ...by }));
  const { message, days, reminders } = terms;
  const { errors, tell } = useErrors();
  const { busy, error, run } = useWork();
  const deadlineDays = Number(days);
  const isDeadline =
    Number.isInteger(deadlineDays) && deadlineDays >= 1 && deadlineDays <= settings.maxDeadlineDays;

  const save = async () => {
    const reminderDays = reminders.filter((day) => day < deadlineDays);
    const facts = { ...factsOf(envelope), message, deadlineDays, reminderDays };
    const before = factsOf(envelope);
    if (JSON.stringify({ ...before, message: before.message ?? '' }) === JSON.stringify(facts))
      return;
    await work.edit(facts);
    forget();
  };
  const leave = (name: string, act: () => Promise<void>) => {
    const wrong = isDeadline
      ? []
      : [{ id: 'deadline', message: texts.review.deadlineWrong(settings.maxDeadlineDays) }];
    tell(wrong);
    if (wrong.length === 0)
      void run(name, async () => {
        await save();
        await act();
      });
  };
  const send = () =>
    leave('send', async () => {
      await work.save(work.history.now, true);
      const sent = await api.send(envelope.id);
      replaceWith(linkTo.envelope(envelope.id));
      onEnvelope(sent);
    });
  const first = envelope.parties.filter(({ turn }) => turn === envelope.parties[0]!.turn);
  const names = first.map(({ name }) => name).join(', ');
  const wrongDays = errors.found[0]?.message;

  return (
    <div class="stack-l">
      <ErrorSummary title={texts.errorsTitle} errors={errors} />
      <StepHeading>{texts.review.title}</StepHeading>
      <WorkFailure error={error} />
      <section class="card stack">
        <h2>{envelope.title}</h2>
        <Turns parties={envelope.parties} fields={envelope.fields} />
      </section>
      <LabelledField id="message" label={texts.review.message} hint={texts.review.messageHint}>
        <textarea
          id="message"
          rows={4}
          maxLength={2_000}
          value={message}
          aria-describedby="message-hint"
          onInput={(event) => change({ message: event.currentTarget.value })}
        />
      </LabelledField>
      <div class="short">
        <LabelledField
          id="deadline"
          label={texts.review.deadline}
          hint={texts.review.deadlineHint(settings.maxDeadlineDays)}
          error={wrongDays}
        >
          <input
            id="deadline"
            inputMode="numeric"
            value={days}
            aria-invalid={wrongDays ? 'true' : undefined}
            aria-describedby={describedBy('deadline', 'hint', wrongDays)}
            onInput={(event) => change({ days: event.currentTarget.value.trim() })}
          />
        </LabelledField>
      </div>
      <Reminders
        chosen={reminders}
        deadlineDays={deadlineDays}
        onChange={(chosen) => change({ reminders: chosen })}
      />
      <FormNotice />
      <Preview envelope={envelope} />
      <p class="soft small">{texts.review.afterwards}</p>
      <StepActions>
        <Button large={false} busy={busy !== undefined} onClick={send}>
          {texts.review.send(names)}
        </Button>
        <Button variant="secondary" onClick={() => leave('back', async () => goTo('fields'))}>
          {texts.back}
        </Button>
      </StepActions>
    </div>
  );
}

const termsOf = ({ message = '', deadlineDays, reminderDays }: Envelope) => ({
  message,
  days: String(deadlineDays),
  reminders: reminderDays as readonly number[],
});

interface ReminderProperties {
  chosen: readonly number[];
  deadlineDays: number;
  onChange: (days: readonly number[]) => void;
}

function Reminders({ chosen, deadlineDays, onChange }: ReminderProperties) {
  const { texts } = useConsole();
  const offered = [...new Set([...REMINDERS, ...chosen])]
    .filter((day) => day < deadlineDays)
    .sort((a, b) => a - b);
  if (offered.length === 0) return null;
  return (
    <fieldset>
      <legend>{texts.review.reminders}</legend>
      <p class="hint small soft">{texts.review.remindersHint}</p>
      <div class="row choices">
        {offered.map((day) => (
          <label key={day} class="choice">
            <input
              type="checkbox"
              checked={chosen.includes(day)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...chosen, day].sort((a, b) => a - b)
                    : chosen.filter((one) => one !== day),
                )
              }
            />
            <span>{texts.review.afterDays(day)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

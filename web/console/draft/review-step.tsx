import { writtenDate } from '../../../shared/contract/dates/written-instant.ts';
import {
  dayAfter,
  dayIn,
  daysBetween,
  deadlineDays,
} from '../../../shared/domain/envelope/deadline.ts';
import { turnsOf } from '../../../shared/domain/envelope/party.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { LabelledField } from '../../ui/labelled-field.tsx';
import { StepHeading } from '../../ui/page.tsx';
import { useErrors } from '../../ui/use-errors.ts';
import { useConsole } from '../context.ts';
import { signsFirst } from '../own-turn/is-own-turn.ts';
import { linkTo, replaceWith } from '../route.ts';
import { type Envelope, type EnvelopeFacts, factsOf } from '../sender-api.ts';
import { useStoredInput } from '../stored-input.ts';
import { SaveTemplate } from '../templates/save/save-template.tsx';
import { useWork } from '../use-work.ts';
import { WorkFailure } from '../work-failure.tsx';
import { useDraft } from './context.ts';
import { DeadlineField } from './deadline-field.tsx';
import { FormNotice } from './form-notice.tsx';
import { Preview } from './preview.tsx';
import { Reminders } from './reminders.tsx';
import { StepActions } from './step-actions.tsx';
import { Turns } from './turns.tsx';

/** Last step: message, deadline, reminders and each party's preview, then sending. */
export function ReviewStep() {
  const { api, texts, settings, language } = useConsole();
  const { envelope, onSent, goTo, work } = useDraft();
  const saved = termsOf(envelope);
  const [terms, setTerms, forget] = useStoredInput(
    `${envelope.id}.review`,
    JSON.stringify(saved),
    () => saved,
  );
  const change = (by: Partial<Terms>) => setTerms((before) => ({ ...before, ...by }));
  const { message, day, reminders } = terms;
  const { errors, tell } = useErrors();
  const { busy, error, run } = useWork();
  const today = dayIn(new Date(), settings.timeZone);
  const { earliest, latest } = deadlineDays(new Date(), settings.timeZone);
  const chosen = day ?? dayAfter(today, envelope.deadlineDays);
  const isDeadline = chosen >= earliest && chosen <= latest;
  const daysLeft = isDeadline ? daysBetween(today, chosen) : settings.maxDeadlineDays;

  /** An unchosen deadline counts from the day of sending, so no date is stored for it. */
  async function save(isSending: boolean) {
    const reminderDays = reminders.filter((one) => one < daysLeft);
    const deadlineDate = day ?? (isSending ? chosen : undefined);
    const { deadlineDate: _, ...before } = factsOf(envelope);
    const facts = { ...before, message, reminderDays, ...(deadlineDate && { deadlineDate }) };
    if (isSame(facts, { ...factsOf(envelope), message: before.message ?? '' })) return;
    await work.edit(facts);
    forget();
  }
  const deadlineWrong = texts.review.deadlineWrong(
    writtenDate(earliest, language),
    writtenDate(latest, language),
  );
  function send() {
    tell(isDeadline ? [] : [{ id: 'deadline', message: deadlineWrong }]);
    if (!isDeadline) return;
    void run('send', async () => {
      await save(true);
      await work.save(work.history.now, true);
      const sent = await api.send(envelope.id);
      replaceWith(linkTo.envelope(envelope.id));
      onSent(sent);
    });
  }
  /** An invalid date does not block the step: it is kept, and validated before sending. */
  const back = () =>
    run('back', async () => {
      if (isDeadline) await save(false);
      goTo('fields');
    });
  /** What is typed here goes into the template too. */
  async function saveAll() {
    if (isDeadline) await save(false);
    await work.save(work.history.now, true);
  }
  const [first = []] = turnsOf(envelope.parties);
  const names = first.map(({ name }) => name).join(', ');

  return (
    <div class="stack-l">
      <ErrorSummary title={texts.errorsTitle} errors={errors} />
      <StepHeading>{texts.review.title}</StepHeading>
      <WorkFailure error={error} />
      <section class="card stack">
        <h2 lang={envelope.language}>{envelope.title}</h2>
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
      <DeadlineField
        day={chosen}
        error={errors.found[0] && !isDeadline ? deadlineWrong : undefined}
        onDay={(picked) => change({ day: picked })}
      />
      <Reminders
        chosen={reminders}
        daysLeft={daysLeft}
        names={names}
        onChange={(picked) => change({ reminders: picked })}
      />
      <SaveTemplate envelope={envelope} before={saveAll} />
      <FormNotice />
      <Preview envelope={envelope} />
      <p class="soft small">{texts.review.afterwards}</p>
      <StepActions>
        <Button large={false} busy={busy !== undefined} onClick={send}>
          {signsFirst(envelope, settings.me) && first.length === 1
            ? texts.review.sendAndSign
            : texts.review.send(names)}
        </Button>
        <Button variant="secondary" onClick={back}>
          {texts.back}
        </Button>
      </StepActions>
    </div>
  );
}

/** `day`: the chosen deadline; undefined if it is a number of days from sending. */
interface Terms {
  readonly message: string;
  readonly day?: string | undefined;
  readonly reminders: readonly number[];
}

const termsOf = ({ message = '', deadlineDate, reminderDays }: Envelope): Terms => ({
  message,
  ...(deadlineDate !== undefined && { day: deadlineDate }),
  reminders: reminderDays,
});

const isSame = (a: EnvelopeFacts, b: EnvelopeFacts): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

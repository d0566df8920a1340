import { deadlineDays, endOf } from '../../../shared/domain/envelope/deadline.ts';
import { formatMoment } from '../../ui/deadline.ts';
import { describedBy, LabelledField } from '../../ui/labelled-field.tsx';
import { useConsole } from '../context.ts';

interface Properties {
  /** `YYYY-MM-DD`; empty while incomplete. */
  readonly day: string;
  readonly error: string | undefined;
  readonly onDay: (day: string) => void;
}

/** The last day for signing, and the hour at which it ends in the company's time zone. */
export function DeadlineField({ day, error, onDay }: Properties) {
  const { texts, settings, language } = useConsole();
  const { timeZone, maxDeadlineDays } = settings;
  const { earliest, latest } = deadlineDays(new Date(), timeZone);
  const hint = texts.review.deadlineHint(maxDeadlineDays);
  const isDay = day >= earliest && day <= latest;
  return (
    <div class="stack-s">
      <LabelledField id="deadline" label={texts.review.deadline} hint={hint} error={error}>
        <input
          id="deadline"
          class="day"
          type="date"
          min={earliest}
          max={latest}
          value={day}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={`${describedBy('deadline', hint, error)} deadline-until`}
          onInput={(event) => onDay(event.currentTarget.value)}
        />
      </LabelledField>
      <p id="deadline-until" role="status">
        {isDay && texts.review.until(formatMoment(endOf({ day, timeZone }), language, timeZone))}
      </p>
    </div>
  );
}

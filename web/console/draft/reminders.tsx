import { daysAfter } from '../../../shared/domain/envelope/retention.ts';
import { formatDay, type Language } from '../../ui/language.ts';
import { useConsole } from '../context.ts';
import type { Texts } from '../texts/texts.ts';

/** Offered intervals in days after the invitation; other values of a draft are offered as well. */
const OFFERED = [1, 3, 7, 14, 30];

interface Properties {
  readonly chosen: readonly number[];
  /** Days until the deadline. */
  readonly daysLeft: number;
  /** Names of the parties invited at once. */
  readonly names: string;
  readonly onChange: (days: readonly number[]) => void;
}

export function Reminders({ chosen, daysLeft, names, onChange }: Properties) {
  const { texts, language } = useConsole();
  const offered = [...new Set([...OFFERED, ...chosen])]
    .filter((day) => day < daysLeft)
    .sort((a, b) => a - b);
  if (offered.length === 0) return null;
  const going = chosen.filter((day) => day < daysLeft);
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
      <p class="small" role="status">
        {planOf(going, names, texts, language)}
      </p>
    </fieldset>
  );
}

/** Day of the first reminder, interval of the others, and the resulting dates for parties invited today. */
function planOf(days: readonly number[], names: string, texts: Texts, language: Language): string {
  const [first, ...later] = days;
  if (first === undefined) return texts.review.noReminders;
  const list = new Intl.ListFormat(language);
  const pauses = later.map((day, index) => texts.review.days(day - days[index]!));
  const now = new Date().toISOString();
  const dates = days.map((day) => formatDay(daysAfter(now, day), language));
  const plan = texts.review.reminderPlan(texts.review.days(first), list.format(pauses));
  return `${plan} ${texts.review.reminderDates(names, list.format(dates))}`;
}

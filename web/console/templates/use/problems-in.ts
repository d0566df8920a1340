import { writtenDate } from '../../../../shared/contract/dates/written-instant.ts';
import { deadlineDays } from '../../../../shared/domain/envelope/deadline.ts';
import type { Language } from '../../../ui/language.ts';
import type { FieldError } from '../../../ui/use-errors.ts';
import { problemsOf } from '../../draft/people-problems.ts';
import type { Settings, Template } from '../../sender-api.ts';
import type { Texts } from '../../texts/texts.ts';
import { type Entered, openFields } from './entered.ts';

/** What is missing for sending, in the page's order. A draft may lack values. */
export function problemsIn(
  template: Template,
  entered: Entered,
  day: string,
  settings: Settings,
  texts: Texts,
  language: Language,
): FieldError[] {
  const { earliest, latest } = deadlineDays(new Date(), settings.timeZone);
  const deadlineWrong = texts.review.deadlineWrong(
    writtenDate(earliest, language),
    writtenDate(latest, language),
  );
  const unfilled = openFields(template).filter(
    ({ id, required }) => required && entered.values[id] === undefined,
  );
  return [
    ...problemsOf(entered.people, { ...settings, order: 'any' }, texts),
    ...unfilled.map(({ id, label }) => ({
      id: `value-${id}`,
      message: texts.fields.valueMissing(label),
    })),
    ...((entered.title ?? template.title).trim()
      ? []
      : [{ id: 'title', message: texts.document.titleMissing }]),
    ...(day >= earliest && day <= latest ? [] : [{ id: 'deadline', message: deadlineWrong }]),
  ];
}

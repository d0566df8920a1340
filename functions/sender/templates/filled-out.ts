import type * as z from 'zod';
import type { UseTemplateInput } from '../../../shared/contract/sender/template-inputs.ts';
import { daysUntil } from '../../../shared/domain/envelope/deadline.ts';
import type { Party } from '../../../shared/domain/envelope/party.ts';
import {
  assertSendable,
  partiesFrom,
  valuesFrom,
} from '../../../shared/domain/template/filled-template.ts';
import type { TemplateContent } from '../../../shared/domain/template/template.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { LaidOut } from '../draft/begin-laid-out.ts';
import { envelopeFacts, type SenderChoices } from '../draft/envelope-facts.ts';
import type { WithPdf } from '../ports.ts';
import { textMessagesTo } from '../texts/text-messages.ts';

export type Use = z.output<typeof UseTemplateInput>;
type Deps = Pick<Ports, 'clock'> & WithPdf;

/** A template's content with the people and values of a use, by the rules of a draft; with `send`, of a sending. */
export async function filledOut(
  { pdf, clock }: Deps,
  content: TemplateContent,
  body: Use,
  offered: SenderChoices,
): Promise<Pick<LaidOut, 'facts' | 'layout'>> {
  const parties = partiesFrom(content, body.people);
  (await textMessagesTo(offered.SMS_COUNTRIES))(parties);
  const values = valuesFrom(content, body.values);
  const { fields, language } = content;
  pdf.assertPrintable(fields, values, language);
  if (body.send) assertSendable(content, parties, values);
  const now = clock.now();
  const facts = envelopeFacts(pdf, factsFrom(content, parties, body, offered, now), offered, now);
  return { facts, layout: { fields, values } };
}

/** What the use says goes before what the template has; its reminders as far as they come before the deadline. */
function factsFrom(
  content: TemplateContent,
  parties: readonly Party[],
  { title, message = content.message, deadlineDate, ...body }: Use,
  { TIME_ZONE: timeZone }: SenderChoices,
  now: Date,
) {
  const { deadlineDays = content.deadlineDays } = body;
  const most = deadlineDate ? daysUntil({ day: deadlineDate, timeZone }, now) : deadlineDays;
  const reminderDays = body.reminderDays ?? content.reminderDays.filter((day) => day < most);
  return {
    ...{ title: title ?? content.title, language: content.language, parties, deadlineDays },
    ...{ reminderDays, ...(message !== undefined && { message }) },
    ...(deadlineDate !== undefined && { deadlineDate }),
  };
}

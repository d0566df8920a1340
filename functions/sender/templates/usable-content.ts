import { parsed } from '../../../shared/contract/parsed.ts';
import { PlaceInput } from '../../../shared/contract/sender/sender-inputs.ts';
import { assertLayout } from '../../../shared/domain/fields/field-layout.ts';
import { checkedValues } from '../../../shared/domain/fields/field-values.ts';
import { assertAssigned } from '../../../shared/domain/fields/working-draft.ts';
import { standIns } from '../../../shared/domain/template/filled-template.ts';
import type { TemplateContent } from '../../../shared/domain/template/template.ts';
import { assertMayBegin } from '../../../shared/domain/transitions/drafting.ts';
import { envelopeFacts, type SenderChoices } from '../draft/envelope-facts.ts';
import { fieldOf } from '../draft/field-of.ts';
import { assertStorable } from '../draft/place.ts';
import type { PdfCore } from '../ports.ts';
import { textMessagesTo } from '../texts/text-messages.ts';

/**
 * Checks content by the rules of a draft before it is stored, so that its users are not refused for another
 * person's input. What is missing for sending is refused only when it is sent.
 */
export async function usableContent(
  pdf: PdfCore,
  content: TemplateContent,
  offered: SenderChoices,
  now: Date,
): Promise<TemplateContent> {
  const { document, language } = content;
  const parties = standIns(content);
  await assertTextable(content, offered);
  const facts = envelopeFacts(pdf, { ...factsIn(content), parties }, offered, now);
  assertMayBegin(facts, now);
  assertAssigned(content.fields, parties);
  const fields = parsed(PlaceInput, { fields: content.fields }).fields.map(fieldOf);
  assertStorable(fields);
  assertLayout(fields, document.pages, parties);
  pdf.assertFillable(fields, language);
  const values = checkedValues(fields, null, content.values, { complete: false });
  pdf.assertPrintable(fields, values, language);
  const { message: _, ...rest } = content;
  return { ...rest, ...(facts.message && { message: facts.message }), fields, values };
}

const factsIn = ({ title, language, message, deadlineDays, reminderDays }: TemplateContent) => ({
  ...{ title, language, deadlineDays, reminderDays: [...reminderDays] },
  ...(message !== undefined && { message }),
});

async function assertTextable({ places }: TemplateContent, offered: SenderChoices): Promise<void> {
  const people = places.flatMap(({ person }) => (person ? [person] : []));
  (await textMessagesTo(offered.SMS_COUNTRIES))(people);
}

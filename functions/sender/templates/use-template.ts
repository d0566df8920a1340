import type * as z from 'zod';
import type { CreatedAnswer } from '../../../shared/contract/sender/sender-answers.ts';
import type { UseTemplateInput } from '../../../shared/contract/sender/template-inputs.ts';
import { daysUntil } from '../../../shared/domain/envelope/deadline.ts';
import type { Party } from '../../../shared/domain/envelope/party.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import {
  assertSendable,
  partiesFrom,
  valuesFrom,
} from '../../../shared/domain/template/filled-template.ts';
import {
  assertNotArchived,
  assertSeesTemplate,
  type Template,
  type TemplateContent,
  versionOf,
} from '../../../shared/domain/template/template.ts';
import { templateDocumentKey } from '../../../shared/domain/template/template-changes.ts';
import { discard } from '../../../shared/domain/transitions/drafting.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { changeSeen } from '../access/change-own.ts';
import { ownerOfNew } from '../access/owner-of-new.ts';
import type { BeginLaidOut, LaidOut } from '../draft/begin-laid-out.ts';
import { envelopeFacts, type SenderChoices } from '../draft/envelope-facts.ts';
import type { WithPdf } from '../ports.ts';
import type { SenderRequest } from '../sender-request.ts';
import { textMessagesTo } from '../texts/text-messages.ts';
import { namedTemplate, storedContent } from './stored-template.ts';

type Deps = Pick<Ports, 'templates' | 'ledger' | 'documents' | 'clock'> & WithPdf;
type Request = SenderRequest<z.output<typeof UseTemplateInput>>;
type Body = Request['body'];

interface Steps {
  readonly beginLaidOut: BeginLaidOut;
  readonly send: (request: SenderRequest) => Promise<unknown>;
}

/** Creates an envelope of the caller's from a version of a template: a draft, or sent at once. */
export const makeUseTemplate =
  (ports: Deps, { beginLaidOut, send }: Steps, offered: SenderChoices) =>
  async (request: Request): Promise<z.input<typeof CreatedAnswer>> => {
    const { caller, body } = request;
    const template = await namedTemplate(ports.templates, request);
    assertSeesTemplate(caller, template);
    assertNotArchived(template);
    const content = await storedContent(ports.documents, template, body.version);
    const laidOut = await laidOutOf(ports, template, content, body, offered);
    const owner = ownerOfNew(caller, body.owner);
    const { externalId, metadata } = body;
    const id = await beginLaidOut(caller, { ...laidOut, owner, externalId, metadata });
    if (body.send) await sent(ports, send, { ...request, path: { id } });
    return { id };
  };

async function laidOutOf(
  { pdf, clock }: Deps,
  template: Template,
  content: TemplateContent,
  body: Body,
  offered: SenderChoices,
): Promise<Omit<LaidOut, 'owner'>> {
  const parties = partiesFrom(content, body.people);
  (await textMessagesTo(offered.SMS_COUNTRIES))(parties);
  const values = valuesFrom(content, body.values);
  const { fields, language, document } = content;
  pdf.assertPrintable(fields, values, language);
  if (body.send) assertSendable(content, parties, values);
  const now = clock.now();
  const facts = envelopeFacts(pdf, factsFrom(content, parties, body, offered, now), offered, now);
  return {
    ...{ facts, layout: { fields, values } },
    document: { ...document, key: templateDocumentKey(template.id, document.sha256) },
    gone: () => new Refusal('template_unknown'),
    template: { id: template.id, version: versionOf(template, body.version).number },
  };
}

/** Facts given for this use override the template's; of its reminders, those before the deadline are used. */
function factsFrom(
  content: TemplateContent,
  parties: readonly Party[],
  { title, message = content.message, deadlineDate, ...body }: Body,
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

/** If sending is refused, the draft is deleted, so that repeated calls leave no drafts behind. */
async function sent(ports: Deps, send: Steps['send'], request: SenderRequest): Promise<void> {
  try {
    await send(request);
  } catch (error) {
    if (error instanceof Refusal) await changeSeen(ports, request, discard);
    throw error;
  }
}

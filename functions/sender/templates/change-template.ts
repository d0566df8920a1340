import type * as z from 'zod';
import type {
  ArchiveTemplateInput,
  ChangeTemplateInput,
} from '../../../shared/contract/sender/template-inputs.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import {
  assertMayChange,
  type Template,
  type TemplateContent,
} from '../../../shared/domain/template/template.ts';
import {
  archivedTemplate,
  assertMayChangeVersion,
  changedTemplate,
  deletedTemplate,
} from '../../../shared/domain/template/template-changes.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { remindersOf, type SenderChoices } from '../draft/envelope-facts.ts';
import { fieldOf } from '../draft/field-of.ts';
import type { WithPdf } from '../ports.ts';
import type { SenderRequest } from '../sender-request.ts';
import type { CountChange } from './count-change.ts';
import { describeTemplate } from './describe-template.ts';
import { envelopeContent } from './envelope-content.ts';
import {
  changeTemplate,
  copyOriginal,
  namedTemplate,
  storeContent,
  storedContent,
} from './stored-template.ts';
import { usableContent } from './usable-content.ts';

type Deps = Pick<Ports, 'templates' | 'ledger' | 'documents' | 'clock'> & WithPdf;
type ChangeRequest = SenderRequest<z.output<typeof ChangeTemplateInput>>;
type ArchiveRequest = SenderRequest<z.output<typeof ArchiveTemplateInput>>;

/** Saves the next version of a template; earlier versions are unchanged. */
export const makeChangeTemplate =
  (ports: Deps, countChange: CountChange, offered: SenderChoices) => (request: ChangeRequest) =>
    countChange(request.caller, async () => {
      const { templates, documents, clock } = ports;
      const { caller, body } = request;
      const template = await namedTemplate(templates, request);
      assertMayChangeVersion(caller, template, body.version);
      const next = await nextContent(ports, request, template, offered);
      const stored = await storeContent(documents, template.id, next);
      const { name = template.name, visibility = template.visibility } = body;
      const named = { name, visibility };
      const changed = changedTemplate(template, named, stored, caller, clock.now());
      if (!(await templates.put(changed))) throw await lost(ports, request);
      return describeTemplate(caller, changed, stored.content);
    });

/** The template was changed or deleted concurrently. */
async function lost({ templates }: Deps, request: ChangeRequest): Promise<Refusal> {
  assertMayChange(request.caller, await namedTemplate(templates, request));
  return new Refusal('template_changed');
}

async function nextContent(
  ports: Deps,
  { caller, body }: ChangeRequest,
  template: Template,
  offered: SenderChoices,
): Promise<TemplateContent> {
  const before = await storedContent(ports.documents, template);
  const now = ports.clock.now();
  if (body.content) {
    const { fields, ...facts } = body.content;
    const reminderDays = remindersOf(facts.reminderDays, facts.deadlineDays);
    const { document } = before;
    const next = { ...facts, reminderDays, fields: fields.map(fieldOf), document };
    return usableContent(ports.pdf, next, offered, now);
  }
  if (!body.from) return before;
  const { places = [] } = body;
  const from = await envelopeContent(ports, caller, body.from, places, before.places);
  const next = await usableContent(ports.pdf, from.content, offered, now);
  await copyOriginal(ports.documents, from.source, {
    id: template.id,
    sha256: next.document.sha256,
  });
  return next;
}

/** Archives or restores a template; an archived one can only be read and deleted. */
export const makeArchiveTemplate =
  ({ templates, documents, clock }: Deps, countChange: CountChange) =>
  (request: ArchiveRequest) =>
    countChange(request.caller, async () => {
      const { caller, body } = request;
      const template = await changeTemplate(templates, request, (before) => {
        assertMayChange(caller, before);
        const after = archivedTemplate(before, body.archived, clock.now());
        return { before, ...(after && { after }) };
      });
      return describeTemplate(caller, template, await storedContent(documents, template));
    });

/** Hides the template at once; document and versions are deleted within a day. Envelopes made from it remain. */
export const makeDeleteTemplate =
  ({ templates, clock }: Pick<Ports, 'templates' | 'clock'>) =>
  async (request: SenderRequest): Promise<{ id: string }> => {
    const { id } = await changeTemplate(templates, request, (before) => {
      assertMayChange(request.caller, before);
      return { before, after: deletedTemplate(before, clock.now()) };
    });
    return { id };
  };

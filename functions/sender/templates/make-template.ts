import type * as z from 'zod';
import type { TemplateAnswer } from '../../../shared/contract/sender/template-answers.ts';
import type {
  DuplicateTemplateInput,
  NewTemplateInput,
} from '../../../shared/contract/sender/template-inputs.ts';
import { ENVELOPE_ID_BYTES } from '../../../shared/domain/envelope/envelope-id.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import {
  assertSeesTemplate,
  type TemplateContent,
  type TemplateHead,
} from '../../../shared/domain/template/template.ts';
import {
  begunTemplate,
  finishedTemplate,
  templateDocumentKey,
} from '../../../shared/domain/template/template-changes.ts';
import { templateIdFrom } from '../../../shared/domain/template/template-id.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Caller } from '../access/caller.ts';
import { ownerOfNew } from '../access/owner-of-new.ts';
import type { SenderChoices } from '../draft/envelope-facts.ts';
import type { WithPdf } from '../ports.ts';
import type { SenderRequest } from '../sender-request.ts';
import type { CountChange } from './count-change.ts';
import { describeTemplate } from './describe-template.ts';
import { envelopeContent } from './envelope-content.ts';
import { copyOriginal, namedTemplate, storeContent, storedContent } from './stored-template.ts';
import { usableContent } from './usable-content.ts';

type Deps = Pick<Ports, 'templates' | 'ledger' | 'documents' | 'clock' | 'random'> & WithPdf;
type Named = Pick<TemplateHead, 'name' | 'visibility'> & { readonly owner?: string | undefined };

/** Creates a template from an envelope that the caller may see and whose document still exists. */
export const makeNewTemplate =
  (ports: Deps, countChange: CountChange, offered: SenderChoices) =>
  ({ body, caller }: SenderRequest<z.output<typeof NewTemplateInput>>) =>
    countChange(caller, async () => {
      const { content, source } = await envelopeContent(ports, caller, body.from, body.places);
      const usable = await usableContent(ports.pdf, content, offered, ports.clock.now());
      return kept(ports, caller, body, usable, source);
    });

/** Duplicates the newest version of a template as the caller's own. */
export const makeDuplicateTemplate =
  (ports: Deps, countChange: CountChange) =>
  (request: SenderRequest<z.output<typeof DuplicateTemplateInput>>) =>
    countChange(request.caller, async () => {
      const { caller, body } = request;
      const template = await namedTemplate(ports.templates, request);
      assertSeesTemplate(caller, template);
      const content = await storedContent(ports.documents, template);
      const source = templateDocumentKey(template.id, content.document.sha256);
      return kept(ports, caller, body, content, source);
    });

/**
 * Writes the table row before storing content, so that the clean-up of deleted templates finds and removes
 * whatever an interruption leaves.
 */
async function kept(
  { templates, documents, clock, random }: Deps,
  caller: Caller,
  named: Named,
  content: TemplateContent,
  source: string,
): Promise<z.input<typeof TemplateAnswer>> {
  const { subject, name } = ownerOfNew(caller, named.owner);
  const id = templateIdFrom(random(ENVELOPE_ID_BYTES));
  const begun = begunTemplate(id, named, { subject, name }, clock.now());
  await templates.put(begun);
  await copyOriginal(documents, source, { id, sha256: content.document.sha256 });
  const stored = await storeContent(documents, id, content);
  const template = finishedTemplate(begun, stored, clock.now());
  if (!(await templates.put(template))) throw new Refusal('template_unknown');
  return describeTemplate(caller, template, stored.content);
}

import type * as z from 'zod';
import type { CreatedAnswer } from '../../../shared/contract/sender/sender-answers.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
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
import type { SenderChoices } from '../draft/envelope-facts.ts';
import type { WithPdf } from '../ports.ts';
import type { SenderRequest } from '../sender-request.ts';
import { filledOut, type Use } from './filled-out.ts';
import { namedTemplate, storedContent } from './stored-template.ts';

type Deps = Pick<Ports, 'templates' | 'ledger' | 'documents' | 'clock'> & WithPdf;
type Request = SenderRequest<Use>;

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
  ports: Deps,
  template: Template,
  content: TemplateContent,
  body: Use,
  offered: SenderChoices,
): Promise<Omit<LaidOut, 'owner'>> {
  const { document } = content;
  return {
    ...(await filledOut(ports, content, body, offered)),
    document: { ...document, key: templateDocumentKey(template.id, document.sha256) },
    gone: () => new Refusal('template_unknown'),
    template: { id: template.id, version: versionOf(template, body.version).number },
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

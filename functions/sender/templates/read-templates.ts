import type * as z from 'zod';
import type {
  TemplateAnswer,
  TemplatesAnswer,
} from '../../../shared/contract/sender/template-answers.ts';
import type {
  TemplateQuery,
  TemplatesQuery,
} from '../../../shared/contract/sender/template-inputs.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import { assertSeesTemplate } from '../../../shared/domain/template/template.ts';
import { templateDocumentKey } from '../../../shared/domain/template/template-changes.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { TemplateLists } from '../../../shared/ports/templates.ts';
import type { Caller } from '../access/caller.ts';
import { ownerOfNew } from '../access/owner-of-new.ts';
import type { PresignedDownload } from '../files/presigned-download.ts';
import type { SenderRequest } from '../sender-request.ts';
import { describeTemplate, templateSummary } from './describe-template.ts';
import { namedTemplate, storedContent } from './stored-template.ts';

type Deps = Pick<Ports, 'templates' | 'documents'>;
type ListRequest = SenderRequest<unknown, z.output<typeof TemplatesQuery>>;
type OneRequest = SenderRequest<unknown, z.output<typeof TemplateQuery>>;

/** Most recently changed first. */
export const makeListTemplates =
  ({ templates }: Pick<Ports, 'templates'>) =>
  async ({ caller, query }: ListRequest): Promise<z.input<typeof TemplatesAnswer>> => {
    const { archived, limit, cursor } = query;
    const of = listsFor(caller, query);
    const page = await templates.list({ of, archived, limit, ...(cursor && { cursor }) });
    const items = page.items.map((head) => templateSummary(caller, head));
    return { items, ...(page.cursor && { cursor: page.cursor }) };
  };

function listsFor(caller: Caller, { of: asked, owner }: ListRequest['query']): TemplateLists {
  if (asked === 'all' && !caller.isAdministrator) throw new Refusal('forbidden');
  const own = () => ({ owner: ownerOfNew(caller, owner).subject });
  const lists = {
    all: () => ({ all: true }),
    company: () => ({ company: true }),
    own,
    visible: () => ({ company: true, ...own() }),
  } as const satisfies Record<typeof asked, () => TemplateLists>;
  return lists[asked]();
}

export const makeShowTemplate =
  ({ templates, documents }: Deps) =>
  async (request: OneRequest): Promise<z.input<typeof TemplateAnswer>> => {
    const { caller, query } = request;
    const template = await namedTemplate(templates, request);
    assertSeesTemplate(caller, template);
    const content = await storedContent(documents, template, query.version);
    return describeTemplate(caller, template, content, query.version);
  };

/** A version's document, to place fields on it. */
export const makeTemplateOriginal =
  ({ templates, documents }: Deps, download: PresignedDownload) =>
  async (request: OneRequest) => {
    const template = await namedTemplate(templates, request);
    assertSeesTemplate(request.caller, template);
    const { document } = await storedContent(documents, template, request.query.version);
    const key = templateDocumentKey(template.id, document.sha256);
    return download(key, { fileName: document.name, inline: true });
  };

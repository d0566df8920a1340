import { namedBytes } from '../../../shared/contract/named-object.ts';
import { TemplateContent as StoredContent } from '../../../shared/contract/sender/template-answers.ts';
import { storedJson } from '../../../shared/contract/stored.ts';
import { Conflict, Refusal } from '../../../shared/domain/errors.ts';
import { canonicalJson } from '../../../shared/domain/ledger/canonical-json.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import type { Template, TemplateContent } from '../../../shared/domain/template/template.ts';
import {
  contentOf,
  type NewContent,
  templateContentKey,
  templateDocumentKey,
} from '../../../shared/domain/template/template-changes.ts';
import { isTemplateId } from '../../../shared/domain/template/template-id.ts';
import type { Documents } from '../../../shared/ports/documents.ts';
import type { Templates } from '../../../shared/ports/templates.ts';
import { fieldOf } from '../draft/field-of.ts';
import type { SenderRequest } from '../sender-request.ts';

export const namedTemplate = async (
  templates: Pick<Templates, 'find'>,
  { path: { id = '' } }: Pick<SenderRequest, 'path'>,
): Promise<Template | undefined> => (isTemplateId(id) ? templates.find(id) : undefined);

/** Reads a version's content; if it is missing, the template was deleted concurrently. */
export async function storedContent(
  documents: Pick<Documents, 'get'>,
  template: Template,
  version?: number,
): Promise<TemplateContent> {
  const bytes = await namedBytes(documents, contentOf(template, version));
  if (!bytes) throw new Refusal('template_unknown');
  const { fields, ...content } = storedJson('templateContent', StoredContent, bytes);
  return { ...content, fields: fields.map(fieldOf) };
}

/** Stores content under its own hash, so that equal content is written once. */
export async function storeContent(
  documents: Pick<Documents, 'put'>,
  id: string,
  given: TemplateContent,
): Promise<NewContent> {
  const content: TemplateContent = JSON.parse(JSON.stringify(given));
  const json = canonicalJson(content);
  const hash = sha256(json);
  const bytes = new TextEncoder().encode(json);
  await documents.put(templateContentKey(id, hash), bytes, { contentType: 'application/json' });
  return { sha256: hash, content };
}

/** Copies an accepted original into the template's folder, where it remains as long as the template. */
export async function copyOriginal(
  documents: Pick<Documents, 'copy'>,
  source: string,
  { id, sha256: hash }: { id: string; sha256: string },
): Promise<void> {
  if (!(await documents.copy(source, templateDocumentKey(id, hash))))
    throw new Refusal('document_missing');
}

/** The ledger's number of attempts. */
const TRIES = 8;

/** Applies a decision to the newest state; undefined means no change. */
export async function changeTemplate(
  templates: Pick<Templates, 'find' | 'put'>,
  request: Pick<SenderRequest, 'path'>,
  decide: (template: Template | undefined) => {
    before: Template;
    after?: Template;
  },
): Promise<Template> {
  for (let tried = 0; tried < TRIES; tried++) {
    const { before, after } = decide(await namedTemplate(templates, request));
    if (!after) return before;
    if (await templates.put(after)) return after;
  }
  throw new Conflict('the template is changed by many at once');
}

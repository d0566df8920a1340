import { Refusal } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import {
  assertMayChange,
  assertNotArchived,
  type Template,
  type TemplateAuthor,
  type TemplateContent,
  type TemplateHead,
  type TemplateUser,
  versionOf,
} from './template.ts';

/** A content and the SHA-256 under which it is stored. */
export interface NewContent {
  readonly sha256: string;
  readonly content: TemplateContent;
}

type Named = Pick<TemplateHead, 'name' | 'visibility'>;

/** Hidden from everybody until its document and content are stored (`finished`). */
export function begunTemplate(
  id: string,
  named: Named,
  owner: TemplateAuthor,
  now: Date,
): Template {
  const at = now.toISOString();
  const { name, visibility } = named;
  const dates = { createdAt: at, updatedAt: at, unlistedAt: at };
  return { id, seq: 0, name, visibility, owner, ...dates, ...NOTHING_YET };
}

const NOTHING_YET = { version: 0, versions: [], places: [], pages: 0 } as const;

/** Lists the template, because its first version is stored. */
export function finishedTemplate(begun: Template, stored: NewContent, now: Date): Template {
  const { unlistedAt: _, ...template } = begun;
  return withVersion(template, stored, begun.owner, now);
}

/** Refuses callers who may not change it, and `template_changed` if a later version exists. */
export function assertMayChangeVersion(
  user: TemplateUser,
  template: Template | undefined,
  version: number,
): asserts template is Template {
  assertMayChange(user, template);
  assertNotArchived(template);
  if (template.version !== version) throw new Refusal('template_changed');
  const most = LIMITS.templateVersions;
  if (template.versions.length >= most) throw new Refusal('template_full', { most });
}

/** Adds a version, even if only name or visibility changes, so that each change has its author. */
export const changedTemplate = (
  template: Template,
  { name, visibility }: Named,
  stored: NewContent,
  by: TemplateAuthor,
  now: Date,
): Template => withVersion({ ...template, name, visibility }, stored, by, now);

function withVersion(
  template: Template,
  { sha256, content }: NewContent,
  { subject, name }: TemplateAuthor,
  now: Date,
): Template {
  const at = now.toISOString();
  const number = template.version + 1;
  const version = { number, content: sha256, at, by: { subject, name } };
  return {
    ...template,
    seq: template.seq + 1,
    updatedAt: at,
    version: number,
    versions: [...template.versions, version],
    places: content.places.map(({ id, name, role, turn }) => ({ id, name, role, turn })),
    pages: content.document.pages.length,
  };
}

/** Undefined if nothing would change. */
export function archivedTemplate(
  template: Template,
  isArchived: boolean,
  now: Date,
): Template | undefined {
  const { archivedAt, ...rest } = template;
  if ((archivedAt !== undefined) === isArchived) return undefined;
  const at = now.toISOString();
  return {
    ...rest,
    seq: template.seq + 1,
    updatedAt: at,
    ...(isArchived && { archivedAt: at }),
  };
}

/** Deletes the template; only its id remains, by which its document is removed. */
export function deletedTemplate({ id, seq, owner, createdAt }: Template, now: Date): Template {
  const at = now.toISOString();
  const dates = { createdAt, updatedAt: at, unlistedAt: at };
  const nobody = { subject: owner.subject, name: '' };
  return { id, seq: seq + 1, name: '', visibility: 'own', owner: nobody, ...dates, ...NOTHING_YET };
}

/** Keys of a template's contents and documents; versions may share them. */
export const templatePrefix = (id: string): string => `templates/${id}/`;
export const templateContentKey = (id: string, sha256: string): string =>
  `${templatePrefix(id)}${sha256}.json`;
export const templateDocumentKey = (id: string, sha256: string): string =>
  `${templatePrefix(id)}original-${sha256}.pdf`;

/** Key and hash of a version's content. */
export function contentOf(template: Template, number?: number) {
  const { content } = versionOf(template, number);
  return { key: templateContentKey(template.id, content), sha256: content };
}

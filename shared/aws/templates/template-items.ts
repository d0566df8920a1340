import type { Template, TemplateHead } from '../../domain/template/template.ts';
import type { ListedTemplate, TemplateLists } from '../../ports/templates.ts';

/**
 * Table `Templates` has one item per template: its state, and the keys by which lists find it. A hidden template
 * is found by `unlisted` only.
 */
export interface TemplateItem extends Pick<Template, 'id' | 'seq' | 'versions' | 'unlistedAt'> {
  /** Partition key of the index `list-updated`: the company's, one owner's, or `unlisted`. */
  readonly list: string;
  /** Partition key of the index `all-updated`. */
  readonly all?: string;
  /** Sort key of both: instant of the last change, and id. */
  readonly place: string;
  /** Summary for lists; the only attribute projected into the indexes. */
  readonly head: TemplateHead;
}

export const UNLISTED = 'unlisted';

const archivedOr = (list: string, isArchived: boolean): string =>
  isArchived ? `${list}#archived` : list;

/** Encoded, because an issuer's subjects may contain any character. */
const ownList = (owner: string): string => `own#${encodeURIComponent(owner)}`;

/** Index partitions that make up a list. */
export const partsOf = (of: TemplateLists, isArchived: boolean): readonly string[] =>
  'all' in of
    ? [archivedOr('all', isArchived)]
    : [
        ...(of.company ? ['company'] : []),
        ...(of.owner === undefined ? [] : [ownList(of.owner)]),
      ].map((list) => archivedOr(list, isArchived));

export function templateItem({ id, seq, versions, unlistedAt, ...head }: Template): TemplateItem {
  const state = { id, seq, versions, head, place: `${unlistedAt ?? head.updatedAt}#${id}` };
  if (unlistedAt !== undefined) return { ...state, unlistedAt, list: UNLISTED };
  const isArchived = head.archivedAt !== undefined;
  const list = head.visibility === 'company' ? 'company' : ownList(head.owner.subject);
  return { ...state, list: archivedOr(list, isArchived), all: archivedOr('all', isArchived) };
}

export const templateIn = ({ id, seq, versions, unlistedAt, head }: TemplateItem): Template => ({
  ...{ id, seq, versions, ...head },
  ...(unlistedAt !== undefined && { unlistedAt }),
});

export const listedIn = ({ id, head }: Pick<TemplateItem, 'id' | 'head'>): ListedTemplate => ({
  ...head,
  id,
});

import type { Template, TemplateHead } from '../domain/template/template.ts';
import type { Page } from './lists.ts';

/** Whose templates a list has: everybody's; or the company's, one owner's own, or both. */
export type TemplateLists =
  | { readonly all: true }
  | { readonly company?: boolean; readonly owner?: string };

export interface TemplateListQuery {
  readonly of: TemplateLists;
  /** Archived templates only. */
  readonly archived: boolean;
  readonly limit: number;
  readonly cursor?: string;
}

export type ListedTemplate = TemplateHead & { readonly id: string };

/** Templates without their contents, which lie in the bucket. */
export interface Templates {
  /** Strongly consistent. Also one that is not listed. */
  find(id: string): Promise<Template | undefined>;
  /** False, and nothing is written, unless the stored version's `seq` is the previous one. */
  put(template: Template): Promise<boolean>;
  /** Last changed first. */
  list(query: TemplateListQuery): Promise<Page<ListedTemplate>>;
  /** Templates hidden before `instant` (ISO 8601): never completed, or deleted. */
  unlisted(instant: string): AsyncIterable<Pick<Template, 'id' | 'seq'>>;
  /** Does nothing if the stored `seq` differs. */
  remove(template: Pick<Template, 'id' | 'seq'>): Promise<void>;
}

import type { SenderApi, Template, TemplateSummary } from '../../sender-api.ts';
import type { TemplateTexts } from '../texts/texts.ts';

/** What is done to a template from the list of them. */
export type Act = 'duplicate' | 'archive' | 'restore' | 'company' | 'own' | 'remove';

const MAX_LETTERS = 120;

/** Each returns the changed template, or its copy; undefined if it was deleted. */
export const templateActs = (
  api: SenderApi,
  words: TemplateTexts,
): Record<Act, (template: TemplateSummary) => Promise<Template | undefined>> => ({
  duplicate: ({ id, name }) => {
    const letters = [...words.list.copyOf(name)].slice(0, MAX_LETTERS);
    return api.duplicateTemplate(id, letters.join('').trim());
  },
  archive: ({ id }) => api.archiveTemplate(id, true),
  restore: ({ id }) => api.archiveTemplate(id, false),
  company: ({ id, version }) => api.changeTemplate(id, { version, visibility: 'company' }),
  own: ({ id, version }) => api.changeTemplate(id, { version, visibility: 'own' }),
  remove: async ({ id }) => {
    await api.deleteTemplate(id);
    return undefined;
  },
});

/** What may be done to it, besides using and editing it. */
export function actsOn({ mayChange, archivedAt, visibility }: TemplateSummary): readonly Act[] {
  if (!mayChange) return ['duplicate'];
  if (archivedAt !== undefined) return ['restore', 'duplicate', 'remove'];
  return ['duplicate', visibility === 'own' ? 'company' : 'own', 'archive', 'remove'];
}

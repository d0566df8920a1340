import { useEffect, useState } from 'preact/hooks';
import { useConsole } from '../../context.ts';
import type { TemplateTab } from '../../route.ts';
import type { Template, TemplateSummary } from '../../sender-api.ts';
import { useWork } from '../../use-work.ts';
import { useTemplateTexts } from '../texts/texts-of.ts';
import { type Act, templateActs } from './acts.ts';

const PAGE = 50;

interface Listed {
  readonly items: readonly TemplateSummary[];
  readonly cursor?: string | undefined;
}

/** The templates of a tab, last changed first; of an administrator everybody's. What is done here shows at once. */
export function useTemplates(tab: TemplateTab) {
  const { api, settings } = useConsole();
  const words = useTemplateTexts();
  const [listed, setListed] = useState<Listed>();
  const [done, setDone] = useState<string>();
  const { busy, error, run } = useWork();
  const isArchived = tab === 'archived';
  const of = settings.me.isAdministrator ? 'all' : 'visible';
  const load = (cursor?: string) =>
    run('load', async () => {
      const query = { of, archived: isArchived, limit: PAGE, ...(cursor && { cursor }) } as const;
      const next = await api.templates(query);
      setListed((before) => ({
        items: unique([...(before?.items ?? []), ...next.items]),
        cursor: next.cursor,
      }));
    });
  useEffect(() => void load(), []);

  const act = (what: Act, template: TemplateSummary) =>
    run(`${what}-${template.id}`, async () => {
      setDone(undefined);
      const after = await templateActs(api, words)[what](template);
      setListed((before) => before && { ...before, items: changed(before.items, template, after) });
      setDone(words.list.done[what](after?.name ?? template.name));
    });
  function changed(
    items: readonly TemplateSummary[],
    acted: TemplateSummary,
    after: Template | undefined,
  ): readonly TemplateSummary[] {
    const isHere = after && (after.archivedAt !== undefined) === isArchived;
    const shown = isHere ? [summaryOf(after)] : [];
    if (after && after.id !== acted.id) return [...shown, ...items];
    return items.flatMap((one) => (one.id === acted.id ? shown : [one]));
  }
  return {
    items: listed?.items,
    busy,
    error,
    done,
    act,
    reload: () => load(),
    ...(listed?.cursor && { more: () => load(listed.cursor) }),
  };
}

export type Templates = ReturnType<typeof useTemplates>;

const summaryOf = (template: Template): TemplateSummary => ({
  ...template,
  pages: template.document.pages.length,
});

const unique = (items: readonly TemplateSummary[]): TemplateSummary[] => [
  ...new Map(items.map((one) => [one.id, one])).values(),
];

import { Problem } from '../../ui/api.ts';
import type { CeremonyApi, Values } from '../ceremony-api.ts';

type Draft = Parameters<CeremonyApi['saveDraft']>[1] & { readonly values: Values };

/** Saves the draft without the values that the server refuses; returns the reasons, each with its field. */
export async function keepDraft(
  api: CeremonyApi,
  handle: string,
  draft: Draft,
): Promise<Map<string, Problem>> {
  const refused = new Map<string, Problem>();
  for (;;) {
    const values = Object.entries(draft.values).filter(([field]) => !refused.has(field));
    try {
      await api.saveDraft(handle, { ...draft, values: Object.fromEntries(values) });
      return refused;
    } catch (cause) {
      const field = cause instanceof Problem ? String(cause.facts.field) : '';
      if (!(cause instanceof Problem) || !values.some(([id]) => id === field)) throw cause;
      refused.set(field, cause);
    }
  }
}

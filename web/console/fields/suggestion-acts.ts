import { isUnassigned } from '../../../shared/domain/fields/working-draft.ts';
import type { Field, Party } from '../sender-api.ts';
import type { Texts } from '../texts/texts.ts';
import type { Editor } from './use-editor.ts';
import type { OfferedSuggestions } from './use-suggestions.ts';

interface Deps {
  readonly editor: Editor;
  readonly suggestions: OfferedSuggestions;
  readonly parties: readonly Party[];
  readonly texts: Texts;
  /** Gives the focus to an element, by its id, once it is drawn. */
  readonly focusNext: (id: string) => void;
  readonly announce: (text: string) => void;
}

/**
 * Accepts or dismisses suggestions with an announcement for screen readers, and moves the focus to the next one.
 */
export function suggestionActs({ editor, suggestions, parties, texts, ...page }: Deps) {
  const { accepted, dropped } = texts.fields.suggested;
  const { open, drop } = suggestions;
  function place(fields: readonly Field[]) {
    editor.place(fields);
    const lost = fields.filter((field) => isUnassigned(field, parties)).length;
    page.announce(accepted(fields.length, lost));
  }
  function leaveOut(fields: readonly Field[]) {
    drop(fields.map(({ id }) => id));
    page.announce(dropped(fields.length));
  }
  /** Focuses the suggestion after the removed ones, else the one before. */
  function focusBeside(gone: readonly Field[], idOf: (field: Field) => string) {
    const isLeft = ({ field }: (typeof open)[number]) => !gone.includes(field);
    const at = open.findIndex(({ field }) => field === gone[0]);
    const next = open.slice(at).find(isLeft) ?? open.filter(isLeft).at(-1);
    page.focusNext(next ? idOf(next.field) : 'fields-heading');
  }
  return {
    accept: (field: Field) => {
      place([field]);
      editor.select(field.id);
      page.focusNext(`field-${field.id}`);
    },
    drop: (field: Field) => {
      leaveOut([field]);
      focusBeside([field], ({ id }) => `suggested-${id}`);
    },
    acceptListed: (fields: readonly Field[]) => {
      place(fields);
      focusBeside(fields, ({ id }) => `accept-${id}`);
    },
    dropListed: (fields: readonly Field[]) => {
      leaveOut(fields);
      focusBeside(fields, ({ id }) => `drop-${id}`);
    },
  };
}

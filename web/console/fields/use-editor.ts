import { useMemo, useState } from 'preact/hooks';
import { isOnPage } from '../../../shared/domain/fields/field-layout.ts';
import type { DraftWork } from '../draft/use-draft-work.ts';
import type { Field, Values } from '../sender-api.ts';
import { freePlace, inside, type Size } from './geometry.ts';
import type { Layout } from './history.ts';
import { newFieldId } from './kinds.ts';

/** State of the field editor, with undo and redo. */
export function useEditor(
  { history, dispatch }: Pick<DraftWork, 'history' | 'dispatch'>,
  pages: readonly Size[],
) {
  const [selected, select] = useState<string>();
  const { fields: all, values } = history.now;
  /** Without fields on pages that only an earlier document had. */
  const fields = useMemo(() => all.filter((field) => isOnPage(field, pages)), [all, pages]);
  const byPage = useMemo(() => grouped(fields), [fields]);
  const change = (layout: Partial<Layout>, joins?: string) =>
    dispatch({
      type: 'change',
      layout: { ...history.now, ...layout },
      ...(joins !== undefined && { joins }),
    });
  const replace = (field: Field, joins?: string) =>
    change({ fields: all.map((one) => (one.id === field.id ? field : one)) }, joins);

  return {
    layout: history.now,
    change,
    fields,
    outside: all.filter((field) => !isOnPage(field, pages)),
    values,
    fieldsOf: (page: number): readonly Field[] => byPage.get(page) ?? [],
    field: fields.find(({ id }) => id === selected),
    select,
    replace,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: () => dispatch({ type: 'undo' }),
    redo: () => dispatch({ type: 'redo' }),
    add: (field: Field) => {
      const free = freePlace(asFirst(field, all), onPage(fields, field.page), pages[field.page]!);
      change({ fields: [...all, free] });
      select(free.id);
      return free;
    },
    /** Exactly where they are. */
    place: (given: readonly Field[]) =>
      change({ fields: [...all, ...given.map((one) => asFirst(one, [...all, ...given]))] }),
    remove: ({ id }: Field) => {
      change({
        fields: all.filter((one) => one.id !== id),
        values: without(values, id),
      });
      select(undefined);
    },
    giveAll: (given: readonly Field[], party: string) =>
      change({ fields: all.map((one) => (given.includes(one) ? { ...one, party } : one)) }),
    requireStamp: (party: Field['party'], required: boolean) =>
      change({ fields: all.map((one) => (isStampOf(one, party) ? { ...one, required } : one)) }),
    removeAll: (gone: readonly Field[]) =>
      change({ fields: all.filter((one) => !gone.includes(one)) }),
    duplicate: (field: Field) => {
      const page = pages[field.page]!;
      const copy = { ...field, id: newFieldId(), y: field.y + field.height };
      const placed = freePlace(copy, onPage(fields, field.page), page);
      change({ fields: [...all, placed] });
      select(placed.id);
    },
    /** Copies the field to the same position of all other pages that lack it. */
    copyToAllPages: (field: Field) => {
      const copies = pages.flatMap((page, index) => {
        const copy = inside({ ...field, id: newFieldId(), page: index }, page);
        return index === field.page || fields.some((one) => isCopy(one, copy)) ? [] : [copy];
      });
      change({ fields: [...all, ...copies] });
      return copies.length;
    },
    fill: (id: string, value: Values[string]) =>
      change(
        { values: { ...without(values, id), ...(value !== '' && { [id]: value }) } },
        `value:${id}`,
      ),
  };
}

export type Editor = ReturnType<typeof useEditor>;

export const onPage = (fields: readonly Field[], page: number): Field[] =>
  fields.filter((field) => field.page === page);

const isStampOf = ({ kind, party }: Field, of: Field['party']): boolean =>
  kind === 'stamp' && party === of;

/** A further stamp field takes the person's existing setting. */
function asFirst(field: Field, among: readonly Field[]): Field {
  const first = isStampOf(field, field.party) && among.find((one) => isStampOf(one, field.party));
  return first ? { ...field, required: first.required } : field;
}

function grouped(fields: readonly Field[]): ReadonlyMap<number, readonly Field[]> {
  const byPage = new Map<number, Field[]>();
  for (const field of fields) {
    const known = byPage.get(field.page);
    if (known) known.push(field);
    else byPage.set(field.page, [field]);
  }
  return byPage;
}

function without(values: Values, id: string): Values {
  const { [id]: _, ...rest } = values;
  return rest;
}

const isCopy = (one: Field, other: Field): boolean =>
  one.page === other.page &&
  one.kind === other.kind &&
  one.party === other.party &&
  one.x === other.x &&
  one.y === other.y;

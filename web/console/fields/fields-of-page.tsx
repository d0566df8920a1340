import { useRef, useState } from 'preact/hooks';
import type { Language } from '../../ui/language.ts';
import type { Field, Party } from '../sender-api.ts';
import type { Judge } from './fitting.ts';
import type { Size } from './geometry.ts';
import { GuideLines } from './guide-lines.tsx';
import { type FieldActs, PlacedField } from './placed-field.tsx';
import { SuggestedBox } from './suggested-box.tsx';
import type { SuggestedField } from './suggested-field.ts';
import type { DraggedField } from './use-dragging.ts';
import type { Editor } from './use-editor.ts';

interface Properties {
  /** Page index, from 0. */
  readonly index: number;
  readonly editor: Editor;
  readonly pages: readonly Size[];
  readonly parties: readonly Party[];
  /** The document's language. */
  readonly language: Language;
  readonly held: DraggedField | undefined;
  readonly problemOf: Judge;
  readonly acts: FieldActs;
  /** On all pages. */
  readonly suggested: readonly SuggestedField[];
  readonly onAccept: (field: Field) => void;
  readonly onDrop: (field: Field) => void;
}

/** The fields on one page of the editor; only changed fields are re-rendered. */
export function FieldsOfPage({ index, editor, held, problemOf, ...same }: Properties) {
  const page = same.pages[index]!;
  const drawn = (field: Field) => (held?.field.id === field.id ? held.field : field);
  return (
    <>
      {same.suggested
        .filter(({ field }) => field.page === index)
        .map(({ field }) => (
          <SuggestedBox
            key={field.id}
            {...{ field, page, onAccept: same.onAccept, onDrop: same.onDrop }}
          />
        ))}
      {editor.fieldsOf(index).map((field) => (
        <PlacedField
          key={field.id}
          field={drawn(field)}
          page={page}
          parties={same.parties}
          language={same.language}
          value={editor.values[field.id]}
          selected={editor.field?.id === field.id}
          held={held?.field.id === field.id}
          problem={problemOf(drawn(field))}
          acts={same.acts}
        />
      ))}
      {held?.field.page === index && <GuideLines guides={held.guides} page={page} />}
    </>
  );
}

/** Stable callbacks that call the latest props. */
export function useActs(given: FieldActs): FieldActs {
  const latest = useRef(given);
  latest.current = given;
  const [acts] = useState<FieldActs>(() => ({
    onSelect: (field) => latest.current.onSelect(field),
    onHold: (event, field, what) => latest.current.onHold(event, field, what),
    onKeyDown: (event, field) => latest.current.onKeyDown(event, field),
  }));
  return acts;
}

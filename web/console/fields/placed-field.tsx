import { memo } from 'preact/compat';
import { displayValue, FIELD_RULES } from '../../../shared/domain/fields/field-kinds.ts';
import { FittedLabel } from '../../ui/document/fitted-label.tsx';
import { placeOnPage } from '../../ui/document/place-on-page.ts';
import type { Language } from '../../ui/language.ts';
import { useConsole } from '../context.ts';
import type { Field, Party, Values } from '../sender-api.ts';
import { KindIcon } from './palette.tsx';
import { lookOf } from './party-look.ts';

interface Properties {
  readonly field: Field;
  readonly page: { readonly width: number; readonly height: number };
  readonly parties: readonly Party[];
  /** The document's language. */
  readonly language: Language;
  readonly value: Values[string] | undefined;
  readonly selected: boolean;
  /** While it is dragged. */
  readonly held: boolean;
  /** Why the field cannot be filled. */
  readonly problem?: string | undefined;
  readonly acts: FieldActs;
}

/** Must be referentially stable, so that a change of one field does not re-render the others. */
export interface FieldActs {
  readonly onSelect: (field: Field) => void;
  readonly onHold: (event: PointerEvent, field: Field, what: 'move' | 'resize') => void;
  readonly onKeyDown: (event: KeyboardEvent, field: Field) => void;
}

/** A field on its page: dragged to move, dragged at its corner to resize, or both by keyboard. */
export const PlacedField = memo(function PlacedField(properties: Properties) {
  const { field, page, parties, language, value, selected, held, problem, acts } = properties;
  const { texts, settings } = useConsole();
  const party = parties.find(({ id }) => id === field.party);
  const company = texts.fields.company(settings.company);
  const owner = party?.name ?? (field.party === null ? company : texts.fields.nobody);
  const { style, side } = placeOnPage(field, page);
  const name = texts.fields.named(texts.fields.kinds[field.kind], field.label, owner);
  const shown = shownValue(field, value, language);
  const state = `${side} ${selected ? 'selected' : ''} ${held ? 'held' : ''} ${problem ? 'unfit' : ''}`;
  const problemId = `field-${field.id}-problem`;
  return (
    <div class={`placed ${lookOf(field.party, parties)} ${state}`} style={style}>
      <button
        type="button"
        id={`field-${field.id}`}
        aria-label={shown ? `${name}: ${shown}` : name}
        aria-pressed={selected}
        aria-describedby={problem ? `${problemId} field-keys` : 'field-keys'}
        onFocus={() => acts.onSelect(field)}
        onClick={() => acts.onSelect(field)}
        onPointerDown={(event) => acts.onHold(event, field, 'move')}
        onKeyDown={(event) => acts.onKeyDown(event, field)}
      >
        <FieldFace
          field={field}
          value={value}
          language={language}
          owner={party && initialsOf(party.name)}
        />
      </button>
      {problem && (
        <span class="hidden-visually" id={problemId}>
          {problem}
        </span>
      )}
      {selected && (
        <span
          class="corner"
          aria-hidden="true"
          onPointerDown={(event) => acts.onHold(event, field, 'resize')}
        />
      )}
    </div>
  );
});

/** Fraction of the page's width. */
const LETTERS = 0.016;

interface FaceProperties {
  readonly field: Field;
  readonly value: Values[string] | undefined;
  /** The document's language. */
  readonly language: Language;
  /** Initials of the party, so that the colour is not the only indication. */
  readonly owner?: string | undefined;
}

/** Text in the field: the company's value, else its label. */
export function FieldFace({ field, value, language, owner }: FaceProperties) {
  const shown = shownValue(field, value, language);
  if (shown) return <span class="value">{shown}</span>;
  if (FIELD_RULES[field.kind].isTick) return null;
  return (
    <span class="face" data-owner={owner}>
      <KindIcon kind={field.kind} />
      <FittedLabel text={field.label} share={LETTERS} />
    </span>
  );
}

/** "Anna Maria Verdi" is AV. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map(
    (word) => [...(word ?? '')][0],
  );
  return letters.join('').toLocaleUpperCase();
}

/** The value as it will be printed; empty if there is none. */
function shownValue({ kind }: Field, value: Values[string] | undefined, language: string): string {
  if (typeof value !== 'string') return value ? '✓' : '';
  return displayValue(kind, value, language);
}

import { isUnassigned } from '../../../shared/domain/fields/working-draft.ts';
import { placeOnPage } from '../../ui/document/place-on-page.ts';
import { useConsole } from '../context.ts';
import { useDraft } from '../draft/context.ts';
import type { Field, Party } from '../sender-api.ts';
import type { Texts } from '../texts/texts.ts';
import type { Size } from './geometry.ts';
import { lookOf } from './party-look.ts';
import { FieldFace } from './placed-field.tsx';

interface Properties {
  readonly field: Field;
  readonly page: Size;
  readonly onAccept: (field: Field) => void;
  readonly onDrop: (field: Field) => void;
}

/** Where the document asks for a field: pressed it is placed, Delete drops it. */
export function SuggestedBox({ field, page, onAccept, onDrop }: Properties) {
  const { texts } = useConsole();
  const { parties, language } = useDraft().envelope;
  const { named, at } = texts.fields.suggested;
  const name = at(namedField(field, parties, texts), field.page + 1);
  const { style, side } = placeOnPage(field, page);
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    onDrop(field);
  }
  return (
    <div class={`suggested ${lookOf(field.party, parties)} ${side}`} style={style}>
      <button
        type="button"
        id={`suggested-${field.id}`}
        aria-label={named(name)}
        aria-describedby="suggested-keys"
        onClick={() => onAccept(field)}
        onKeyDown={onKeyDown}
      >
        <FieldFace field={field} value={undefined} language={language} />
      </button>
    </div>
  );
}

/** Kind, label and whose it is. */
export function namedField(field: Field, parties: readonly Party[], texts: Texts): string {
  const { kinds, named, nobody } = texts.fields;
  const owner = isUnassigned(field, parties)
    ? nobody
    : parties.find(({ id }) => id === field.party)!.name;
  return named(kinds[field.kind], field.label, owner);
}

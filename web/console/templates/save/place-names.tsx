import { turnsOf } from '../../../../shared/domain/envelope/party.ts';
import { describedBy, LabelledField } from '../../../ui/labelled-field.tsx';
import type { Party } from '../../sender-api.ts';
import { useTemplateTexts } from '../texts/texts-of.ts';
import type { Naming } from './naming.ts';

interface Properties {
  readonly parties: readonly Party[];
  readonly places: Naming['places'];
  readonly errorOf: (control: string) => string | undefined;
  readonly onChange: (
    party: string,
    by: { readonly name?: string; readonly keep?: boolean },
  ) => void;
}

/** What each person's place is called, and whether the person stays in it. */
export function PlaceNames({ parties, places, errorOf, onChange }: Properties) {
  const { save } = useTemplateTexts();
  return (
    <fieldset class="stack">
      <legend>{save.places}</legend>
      <p class="hint small soft">{save.placesHint}</p>
      {turnsOf(parties)
        .flat()
        .map(({ id, name: person }) => {
          const control = `place-${id}`;
          const error = errorOf(control);
          return (
            <div key={id} class="stack-s">
              <LabelledField id={control} label={save.place(person)} error={error}>
                <input
                  id={control}
                  value={places[id]?.name ?? ''}
                  maxLength={120}
                  autocomplete="off"
                  aria-invalid={error ? 'true' : undefined}
                  aria-describedby={describedBy(control, undefined, error)}
                  onInput={(event) => onChange(id, { name: event.currentTarget.value })}
                />
              </LabelledField>
              <label class="choice">
                <input
                  type="checkbox"
                  checked={places[id]?.keep ?? false}
                  onChange={(event) => onChange(id, { keep: event.currentTarget.checked })}
                />
                <span>{save.keepPerson(person)}</span>
              </label>
            </div>
          );
        })}
    </fieldset>
  );
}

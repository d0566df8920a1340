import { Button } from '../../ui/button.tsx';
import { describedBy, LabelledField } from '../../ui/labelled-field.tsx';
import { ContactFields } from '../contact-fields.tsx';
import { useConsole } from '../context.ts';
import { LanguageSelect } from '../language-select.tsx';
import type { Person } from './person.ts';

interface Properties {
  readonly person: Person;
  /** Of its side, from 0, and how many there are. */
  readonly index: number;
  readonly count: number;
  readonly errorOf: (control: string) => string | undefined;
  readonly onChange: (change: Partial<Person>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onReplace: () => void;
  readonly onRemove: (() => void) | undefined;
}

/** One party while it is written: who, reached how, in which language, and when. */
export function PersonCard({ person, index, count, errorOf, onChange, ...act }: Properties) {
  const { texts } = useConsole();
  const { id, name, language } = person;
  const nameError = errorOf(`${id}-name`);
  return (
    <fieldset class="card stack person">
      <legend class={count > 1 ? 'h3' : 'hidden-visually'}>
        {name.trim() || texts.people.unnamed(index + 1)}
      </legend>
      <LabelledField id={`${id}-name`} label={texts.people.name} error={nameError}>
        <input
          id={`${id}-name`}
          value={name}
          maxLength={120}
          autocomplete="off"
          aria-invalid={nameError ? 'true' : undefined}
          aria-describedby={describedBy(`${id}-name`, undefined, nameError)}
          onInput={(event) => onChange({ name: event.currentTarget.value })}
        />
      </LabelledField>
      <ContactFields id={id} value={person} error={errorOf(`${id}-contact`)} onChange={onChange} />
      <LabelledField id={`${id}-language`} label={texts.people.language}>
        <LanguageSelect
          id={`${id}-language`}
          value={language}
          onLanguage={(chosen) => onChange({ language: chosen })}
        />
      </LabelledField>
      <div>
        <label class="choice">
          <input
            type="checkbox"
            checked={person.stamps}
            aria-describedby={person.stamps ? `${id}-stamps-hint` : undefined}
            onChange={(event) => onChange({ stamps: event.currentTarget.checked })}
          />
          <span>{texts.people.stamps}</span>
        </label>
        {person.stamps && (
          <p id={`${id}-stamps-hint`} class="hint small soft">
            {texts.people.stampsHint}
          </p>
        )}
        {index > 0 && (
          <label class="choice">
            <input
              type="checkbox"
              checked={person.together}
              onChange={(event) => onChange({ together: event.currentTarget.checked })}
            />
            <span>{texts.people.together}</span>
          </label>
        )}
      </div>
      <CardActions index={index} count={count} name={name} {...act} />
    </fieldset>
  );
}

type ActionProperties = Pick<Properties, 'index' | 'count' | 'onMove' | 'onReplace' | 'onRemove'>;

function CardActions({
  index,
  count,
  name,
  onMove,
  onReplace,
  onRemove,
}: ActionProperties & { name: string }) {
  const { texts } = useConsole();
  const who = name || texts.people.unnamed(index + 1);
  return (
    <div class="row">
      {index > 0 && (
        <Button variant="quiet" aria-label={texts.people.earlierOf(who)} onClick={() => onMove(-1)}>
          {texts.people.earlier}
        </Button>
      )}
      {index < count - 1 && (
        <Button variant="quiet" aria-label={texts.people.laterOf(who)} onClick={() => onMove(1)}>
          {texts.people.later}
        </Button>
      )}
      {name && (
        <Button variant="quiet" aria-label={texts.people.replaceOf(who)} onClick={onReplace}>
          {texts.people.replace}
        </Button>
      )}
      {onRemove && (
        <Button variant="quiet" aria-label={texts.people.removeOf(who)} onClick={onRemove}>
          {texts.people.remove}
        </Button>
      )}
    </div>
  );
}

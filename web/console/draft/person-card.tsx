import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { takeFocus } from '../../ui/focus.ts';
import { describedBy, LabelledField } from '../../ui/labelled-field.tsx';
import { ContactFields } from '../contact-fields.tsx';
import { useConsole } from '../context.ts';
import { LanguageSelect } from '../language-select.tsx';
import type { Contact } from '../sender-api.ts';
import { ContactSuggestions } from './contact-suggestions.tsx';
import type { Person } from './person.ts';

interface Properties {
  readonly person: Person;
  /** Position in the list, from 0. */
  readonly index: number;
  /** Turn, from 1; absent if there is only one person. */
  readonly turn: number | undefined;
  /** Whether it may swap with its neighbours, or share a turn with the previous person. */
  readonly mayGo: { readonly earlier: boolean; readonly later: boolean };
  readonly errorOf: (control: string) => string | undefined;
  readonly onChange: (change: Partial<Person>) => void;
  /** Fills the card from a contact. */
  readonly onContact: (contact: Contact) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onReplace: () => void;
  readonly onRemove: (() => void) | undefined;
}

/** Editor of one party: name, contact, language and turn. */
export function PersonCard({
  person,
  index,
  turn,
  errorOf,
  onChange,
  onContact,
  ...act
}: Properties) {
  const { texts } = useConsole();
  const { id, name, language } = person;
  const [typed, setTyped] = useState('');
  const nameError = errorOf(`${id}-name`);
  return (
    <fieldset class="card stack person">
      <legend class="h3">{name.trim() || texts.people.unnamed(index + 1)}</legend>
      <p class="row tight small">
        <span class="tag calm">{texts.roles[person.role]}</span>
        {turn !== undefined && <span class="soft">{texts.people.order(turn)}</span>}
      </p>
      <LabelledField id={`${id}-name`} label={texts.people.name} error={nameError}>
        <input
          id={`${id}-name`}
          value={name}
          maxLength={120}
          autocomplete="off"
          aria-invalid={nameError ? 'true' : undefined}
          aria-describedby={describedBy(`${id}-name`, undefined, nameError)}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            onChange({ name: event.currentTarget.value });
          }}
        />
      </LabelledField>
      <ContactSuggestions
        typed={typed}
        onPick={(contact) => {
          setTyped('');
          onContact(contact);
          takeFocus(document.getElementById(`${id}-name`));
        }}
      />
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
        {act.mayGo.earlier && (
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
      <CardActions id={id} index={index} name={name} {...act} />
    </fieldset>
  );
}

type ActionProperties = Pick<Properties, 'index' | 'mayGo' | 'onMove' | 'onReplace' | 'onRemove'>;

function CardActions({
  id,
  index,
  mayGo,
  name,
  onMove,
  onReplace,
  onRemove,
}: ActionProperties & { id: string; name: string }) {
  const { texts } = useConsole();
  const who = name || texts.people.unnamed(index + 1);
  return (
    <div class="row">
      {mayGo.earlier && (
        <Button
          id={`${id}-earlier`}
          variant="quiet"
          aria-label={texts.people.earlierOf(who)}
          onClick={() => onMove(-1)}
        >
          {texts.people.earlier}
        </Button>
      )}
      {mayGo.later && (
        <Button
          id={`${id}-later`}
          variant="quiet"
          aria-label={texts.people.laterOf(who)}
          onClick={() => onMove(1)}
        >
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

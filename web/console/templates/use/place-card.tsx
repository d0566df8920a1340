import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { describedBy, LabelledField } from '../../../ui/labelled-field.tsx';
import { ContactFields } from '../../contact-fields.tsx';
import { useConsole } from '../../context.ts';
import { ContactSuggestions } from '../../draft/contact-suggestions.tsx';
import { contactText, type Person } from '../../draft/person.ts';
import { LanguageSelect } from '../../language-select.tsx';
import type { Contact, Place } from '../../sender-api.ts';

interface Properties {
  readonly place: Place;
  /** Absent while the place's own person stays. */
  readonly named: Person | undefined;
  readonly errorOf: (control: string) => string | undefined;
  readonly onChange: (change: Partial<Person>) => void;
  readonly onPick: (contact: Contact) => void;
  readonly onReplace: () => void;
}

/** A place of the template, and who takes it. */
export function PlaceCard({ place, named, onReplace, ...naming }: Properties) {
  const { texts } = useConsole();
  const { person } = place;
  return (
    <fieldset class="card stack person">
      <legend class="h3">{place.name}</legend>
      <p class="row tight small">
        <span class="tag calm">{texts.roles[place.role]}</span>
      </p>
      {named ? (
        <NamedPerson named={named} {...naming} />
      ) : (
        person && (
          <div class="row spread">
            <span>
              <strong>{person.name}</strong>{' '}
              <span class="small soft">{contactText(person.channel)}</span>
            </span>
            <Button
              variant="quiet"
              aria-label={texts.people.replaceOf(person.name)}
              onClick={onReplace}
            >
              {texts.people.replace}
            </Button>
          </div>
        )
      )}
    </fieldset>
  );
}

type NamedProperties = Pick<Properties, 'errorOf' | 'onChange' | 'onPick'> & {
  readonly named: Person;
};

function NamedPerson({ named, errorOf, onChange, onPick }: NamedProperties) {
  const { texts, settings } = useConsole();
  const { id, name } = named;
  const nameError = errorOf(`${id}-name`);
  const [typed, setTyped] = useState('');
  return (
    <>
      <LabelledField id={`${id}-name`} label={texts.people.name} error={nameError}>
        <input
          id={`${id}-name`}
          value={name}
          maxLength={120}
          autocomplete="off"
          aria-invalid={nameError ? 'true' : undefined}
          aria-describedby={describedBy(`${id}-name`, undefined, nameError)}
          onInput={(event) => {
            onChange({ name: event.currentTarget.value });
            setTyped(event.currentTarget.value);
          }}
        />
      </LabelledField>
      <ContactSuggestions
        typed={typed}
        onPick={(contact) => {
          setTyped('');
          onPick(contact);
        }}
      />
      <ContactFields id={id} value={named} error={errorOf(`${id}-contact`)} onChange={onChange} />
      {settings.languages.length > 1 && (
        <LabelledField id={`${id}-language`} label={texts.people.language}>
          <LanguageSelect
            id={`${id}-language`}
            value={named.language}
            onLanguage={(language) => onChange({ language })}
          />
        </LabelledField>
      )}
    </>
  );
}

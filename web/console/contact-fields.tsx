import { describedBy, LabelledField } from '../ui/labelled-field.tsx';
import { useConsole } from './context.ts';
import { isWholeNumber, type Person, phoneNumber, servedCountries } from './draft/person.ts';

type Contact = Pick<Person, 'kind' | 'address' | 'country' | 'number'>;

interface Properties {
  /** Prefix of the controls' ids. */
  readonly id: string;
  readonly value: Contact;
  readonly error: string | undefined;
  readonly onChange: (change: Partial<Contact>) => void;
}

/** A party's contact: an e-mail address, or a mobile number with its country. */
export function ContactFields({ id, value, error, onChange }: Properties) {
  const { texts, settings } = useConsole();
  return (
    <>
      {settings.smsCountries.length > 0 && (
        <fieldset>
          <legend>{texts.people.channel}</legend>
          <div class="row choices">
            {(['email', 'sms'] as const).map((kind) => (
              <label key={kind} class="choice">
                <input
                  type="radio"
                  name={`${id}-kind`}
                  checked={value.kind === kind}
                  onChange={() => onChange({ kind })}
                />
                <span>{texts.people.channels[kind]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {value.kind === 'email' ? (
        <LabelledField id={`${id}-contact`} label={texts.people.email} error={error}>
          <input
            id={`${id}-contact`}
            type="email"
            value={value.address}
            maxLength={254}
            autocomplete="off"
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={describedBy(`${id}-contact`, undefined, error)}
            onInput={(event) => onChange({ address: event.currentTarget.value })}
          />
        </LabelledField>
      ) : (
        <Phone id={id} value={value} error={error} onChange={onChange} />
      )}
    </>
  );
}

/** Validated as soon as the number is long enough. */
function Phone({ id, value, error, onChange }: Properties) {
  const { texts, settings, language } = useConsole();
  const { number, country } = value;
  const wrong = isWholeNumber(number, country) && !phoneNumber(number, country);
  const problem = error ?? (wrong ? texts.people.contactWrong.sms('') : undefined);
  const countries = servedCountries(settings.smsCountries, language);
  return (
    <div class="phone">
      <LabelledField id={`${id}-country`} label={texts.people.country}>
        <select
          id={`${id}-country`}
          value={value.country}
          onChange={(event) => onChange({ country: event.currentTarget.value })}
        >
          {countries.map(({ code, name, prefix }) => (
            <option key={code} value={code}>
              {`${name} (${prefix})`}
            </option>
          ))}
        </select>
      </LabelledField>
      <LabelledField id={`${id}-contact`} label={texts.people.phone} error={problem}>
        <input
          id={`${id}-contact`}
          type="tel"
          inputMode="tel"
          value={value.number}
          autocomplete="off"
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={describedBy(`${id}-contact`, undefined, problem)}
          onInput={(event) => onChange({ number: event.currentTarget.value })}
        />
      </LabelledField>
    </div>
  );
}

import { describedBy, LabelledField } from '../../ui/labelled-field.tsx';
import { useConsole } from '../context.ts';
import type { NewOwner } from './new-owner.ts';

const FACTS = ['name', 'email', 'subject'] as const satisfies (keyof NewOwner)[];
export type Fact = (typeof FACTS)[number];

export interface Choice {
  readonly toMe: boolean;
  /** Id of a known colleague; undefined: `typed` counts. */
  readonly known?: NewOwner | undefined;
  readonly typed: NewOwner;
}

export const NOBODY: NewOwner = { name: '', email: '', subject: '' };

export const chosenOwner = ({ toMe, known, typed }: Choice): NewOwner | undefined =>
  toMe ? undefined : (known ?? trimmed(typed));

/** Trims what was copied along with a sign-in ID. */
const trimmed = ({ subject, ...typed }: NewOwner): NewOwner => ({
  ...typed,
  subject: subject.trim(),
});

/** The first missing value; it gets the focus. */
export function missingFact(owner: NewOwner | undefined): Fact | undefined {
  const first = owner && FACTS.find((fact) => !owner[fact].trim());
  if (first) document.getElementById(`hand-over-${first}`)?.focus();
  return first;
}

interface Properties {
  readonly choice: Choice;
  /** Colleagues offered for selection. */
  readonly known?: readonly NewOwner[];
  readonly missing: Fact | undefined;
  readonly onChange: (choice: Choice) => void;
}

/** Chooses the new owner: the caller, somebody known from the list, or another employee. */
export function NewOwnerFields({ choice, known = [], missing, onChange }: Properties) {
  const { texts } = useConsole();
  const { toMe } = choice;
  const someone = () => onChange({ ...choice, toMe: false, known: choice.known ?? known[0] });
  return (
    <>
      <fieldset class="stack-s">
        <legend>{texts.handOver.to}</legend>
        <Radio
          label={texts.handOver.me}
          chosen={toMe}
          onChoose={() => onChange({ ...choice, toMe: true })}
        />
        <Radio label={texts.handOver.someone} chosen={!toMe} onChoose={someone} />
      </fieldset>
      {!toMe && known.length > 0 && <Known known={known} choice={choice} onChange={onChange} />}
      {!toMe && !choice.known && (
        <Person
          to={choice.typed}
          missing={missing}
          onChange={(typed) => onChange({ ...choice, typed })}
        />
      )}
    </>
  );
}

interface RadioProperties {
  readonly label: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

const Radio = ({ label, chosen, onChoose }: RadioProperties) => (
  <label class="choice">
    <input type="radio" name="hand-over-to" checked={chosen} onChange={onChoose} />
    <span>{label}</span>
  </label>
);

function Known({
  known,
  choice,
  onChange,
}: Required<Pick<Properties, 'known' | 'choice' | 'onChange'>>) {
  const { texts } = useConsole();
  const id = 'hand-over-known';
  return (
    <LabelledField id={id} label={texts.handMany.colleague}>
      <select
        id={id}
        value={choice.known?.subject ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ ...choice, known: known.find(({ subject }) => subject === value) });
        }}
      >
        {known.map(({ subject, name, email }) => (
          <option key={subject} value={subject}>
            {name === email ? email : `${name} (${email})`}
          </option>
        ))}
        <option value="">{texts.handMany.other}</option>
      </select>
    </LabelledField>
  );
}

interface PersonProperties {
  readonly to: NewOwner;
  readonly missing: Fact | undefined;
  readonly onChange: (to: NewOwner) => void;
}

function Person({ to, missing, onChange }: PersonProperties) {
  const { texts } = useConsole();
  const { facts } = texts.settings;
  const labels = { name: facts.name, email: facts.email, subject: texts.handOver.subject };
  const lengths = { name: 120, email: 254, subject: 254 };
  return (
    <div class="stack">
      {FACTS.map((fact) => {
        const id = `hand-over-${fact}`;
        const hint = fact === 'subject' ? texts.handOver.subjectHint : undefined;
        const error = missing === fact ? texts.handOver.missing : undefined;
        return (
          <LabelledField key={fact} id={id} label={labels[fact]} hint={hint} error={error}>
            <input
              id={id}
              type="text"
              inputMode={fact === 'email' ? 'email' : 'text'}
              maxLength={lengths[fact]}
              autoComplete="off"
              value={to[fact]}
              aria-invalid={error ? 'true' : undefined}
              aria-describedby={describedBy(id, hint, error)}
              onInput={(event) => onChange({ ...to, [fact]: event.currentTarget.value })}
            />
          </LabelledField>
        );
      })}
    </div>
  );
}

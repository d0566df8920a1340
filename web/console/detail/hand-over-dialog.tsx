import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describedBy, LabelledField } from '../../ui/labelled-field.tsx';
import { useConsole } from '../context.ts';
import type { NewOwner } from './hand-over.ts';

interface Properties {
  open: boolean;
  /** Whose it is now. */
  owner: string;
  onClose: () => void;
  /** Nobody named: whoever asks. `all`: the owner's other envelopes too. */
  onHandOver: (to: NewOwner | undefined, all: boolean) => void;
}

const FACTS = ['name', 'email', 'subject'] as const satisfies (keyof NewOwner)[];
type Fact = (typeof FACTS)[number];

/** For administrators: who left, or signs in by another issuer, can see their envelopes no more. */
export function HandOverDialog({ open, ...form }: Properties) {
  return (
    <Dialog open={open} labelledBy="hand-over-title" onClose={form.onClose}>
      <Form {...form} />
    </Dialog>
  );
}

function Form({ owner, onClose, onHandOver }: Omit<Properties, 'open'>) {
  const { texts } = useConsole();
  const [toMe, setToMe] = useState(true);
  const [all, setAll] = useState(false);
  const [to, setTo] = useState<NewOwner>({ name: '', email: '', subject: '' });
  const [missing, setMissing] = useState<Fact>();
  const submit = (event: Event) => {
    event.preventDefault();
    const first = toMe ? undefined : FACTS.find((fact) => !to[fact].trim());
    setMissing(first);
    if (first) document.getElementById(`hand-over-${first}`)?.focus();
    else onHandOver(toMe ? undefined : to, all);
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <h2 id="hand-over-title">{texts.handOver.title}</h2>
      <p>{texts.handOver.lead}</p>
      <fieldset class="stack-s">
        <legend>{texts.handOver.to}</legend>
        <Choice label={texts.handOver.me} chosen={toMe} onChoose={() => setToMe(true)} />
        <Choice label={texts.handOver.someone} chosen={!toMe} onChoose={() => setToMe(false)} />
      </fieldset>
      {!toMe && <Person to={to} missing={missing} onChange={setTo} />}
      <label class="choice">
        <input
          type="checkbox"
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
        <span>{texts.handOver.all(owner)}</span>
      </label>
      <div class="row">
        <Button type="submit">{texts.handOver.confirm}</Button>
        <Button variant="secondary" onClick={onClose}>
          {texts.handOver.keep}
        </Button>
      </div>
    </form>
  );
}

interface ChoiceProperties {
  label: string;
  chosen: boolean;
  onChoose: () => void;
}

const Choice = ({ label, chosen, onChoose }: ChoiceProperties) => (
  <label class="choice">
    <input type="radio" name="hand-over-to" checked={chosen} onChange={onChoose} />
    <span>{label}</span>
  </label>
);

interface PersonProperties {
  to: NewOwner;
  missing: Fact | undefined;
  onChange: (to: NewOwner) => void;
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

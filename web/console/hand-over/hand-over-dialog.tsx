import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useConsole } from '../context.ts';
import type { NewOwner } from './new-owner.ts';
import {
  type Choice,
  chosenOwner,
  type Fact,
  missingFact,
  NewOwnerFields,
  NOBODY,
} from './new-owner-fields.tsx';

interface Properties {
  readonly open: boolean;
  readonly title: string;
  readonly lead: string;
  /** Current owner, whose other envelopes can be included. */
  readonly owner?: string;
  /** Colleagues offered for selection. */
  readonly known?: readonly NewOwner[];
  readonly onClose: () => void;
  /** `to` undefined: the caller becomes owner. `all`: include the owner's other envelopes. */
  readonly onHandOver: (to: NewOwner | undefined, all: boolean) => void;
}

/** For administrators: employees who left, or who sign in through another issuer, no longer see their envelopes. */
export const HandOverDialog = ({ open, ...form }: Properties) => (
  <Dialog open={open} labelledBy="hand-over-title" onClose={form.onClose}>
    <Form {...form} />
  </Dialog>
);

function Form({ title, lead, owner, known, onClose, onHandOver }: Omit<Properties, 'open'>) {
  const { texts } = useConsole();
  const [choice, setChoice] = useState<Choice>({ toMe: true, typed: NOBODY });
  const [all, setAll] = useState(false);
  const [missing, setMissing] = useState<Fact>();
  function submit(event: Event) {
    event.preventDefault();
    const to = chosenOwner(choice);
    const first = missingFact(to);
    setMissing(first);
    if (!first) onHandOver(to, all);
  }
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <h2 id="hand-over-title">{title}</h2>
      <p>{lead}</p>
      <NewOwnerFields
        choice={choice}
        missing={missing}
        onChange={setChoice}
        {...(known && { known })}
      />
      {owner !== undefined && (
        <label class="choice">
          <input
            type="checkbox"
            checked={all}
            onChange={(event) => setAll(event.currentTarget.checked)}
          />
          <span>{texts.handOver.all(owner)}</span>
        </label>
      )}
      <div class="row">
        <Button type="submit">{texts.handOver.confirm}</Button>
        <Button variant="secondary" onClick={onClose}>
          {texts.handOver.keep}
        </Button>
      </div>
    </form>
  );
}

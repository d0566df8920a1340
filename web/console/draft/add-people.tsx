import { Button } from '../../ui/button.tsx';
import { useConsole } from '../context.ts';
import { OfferedPeople } from './offered-people.tsx';
import type { Person } from './person.ts';
import type { Known } from './use-known-people.ts';

const MOST_PEOPLE = 10;
const SIDES = ['director', 'client'] as const;

interface Properties {
  people: readonly Person[];
  known: readonly Known[];
  onAdd: (role: Person['role'], from?: Known) => void;
}

/** Adds a party of either side, new or from earlier envelopes. */
export function AddPeople({ people, known, onAdd }: Properties) {
  const { texts } = useConsole();
  return (
    <div class="sides">
      {SIDES.map((role) => (
        <section key={role} class="stack-s" aria-labelledby={`side-${role}`}>
          <h2 id={`side-${role}`} class="h3">
            {texts.people.side[role]}
          </h2>
          {people.length < MOST_PEOPLE && (
            <div class="row">
              <Button id={`add-${role}`} variant="secondary" onClick={() => onAdd(role)}>
                {texts.people.add[role]}
              </Button>
            </div>
          )}
          <OfferedPeople
            known={known.filter((one) => one.role === role && !isAmong(people, one))}
            onPick={(one) => onAdd(role, one)}
          />
        </section>
      ))}
    </div>
  );
}

const isAmong = (people: readonly Person[], { name, channel }: Known): boolean =>
  people.some(
    (one) => one.name === name && (channel.kind === 'sms' || one.address === channel.address),
  );

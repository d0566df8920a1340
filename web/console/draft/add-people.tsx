import { Button } from '../../ui/button.tsx';
import { useConsole } from '../context.ts';
import type { Person } from './person.ts';

const MAX_PEOPLE = 10;
const SIDES = ['director', 'client'] as const;

interface Properties {
  readonly people: readonly Person[];
  readonly onAdd: (role: Person['role']) => void;
}

/** Adds a party of either side, new or from earlier envelopes. */
export function AddPeople({ people, onAdd }: Properties) {
  const { texts } = useConsole();
  return (
    <div class="sides">
      {SIDES.map((role) => (
        <section key={role} class="stack-s" aria-labelledby={`side-${role}`}>
          <h2 id={`side-${role}`} class="h3">
            {texts.people.side[role]}
          </h2>
          {people.length < MAX_PEOPLE && (
            <div class="row">
              <Button id={`add-${role}`} variant="secondary" onClick={() => onAdd(role)}>
                {texts.people.add[role]}
              </Button>
            </div>
          )}
        </section>
      ))}
    </div>
  );
}

import { useConsole } from '../context.ts';
import type { Party } from '../sender-api.ts';
import { contactText } from './use-known-people.ts';

/** Who signs when: one line a turn. */
export function Turns({ parties }: { parties: readonly Party[] }) {
  const { texts } = useConsole();
  const turns = [...new Set(parties.map(({ turn }) => turn))].sort((a, b) => a - b);
  return (
    <ol class="turns">
      {turns.map((turn) => (
        <li key={turn}>
          {parties
            .filter((party) => party.turn === turn)
            .map(({ id, name, role, channel }) => (
              <div key={id}>
                <strong>{name}</strong> <span class="tag calm">{texts.roles[role]}</span>
                <div class="small soft">{contactText(channel)}</div>
              </div>
            ))}
        </li>
      ))}
    </ol>
  );
}

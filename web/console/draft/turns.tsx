import { turnsOf } from '../../../shared/domain/envelope/party.ts';
import { useConsole } from '../context.ts';
import type { Field, Party } from '../sender-api.ts';
import { contactText } from './person.ts';

interface Properties {
  readonly parties: readonly Party[];
  readonly fields?: readonly Field[];
}

/** Order of signing: one line per turn, including the stamp if the fields require one. */
export function Turns({ parties, fields = [] }: Properties) {
  const { texts } = useConsole();
  function stampOf(party: string) {
    const stamps = fields.filter((field) => field.kind === 'stamp' && field.party === party);
    if (stamps.length === 0) return undefined;
    const { stampAsked } = texts.review;
    return stamps.some(({ required }) => required) ? stampAsked.required : stampAsked.optional;
  }
  return (
    <ol class="turns">
      {turnsOf(parties).map((turn, index) => (
        <li key={index}>
          {turn.map(({ id, name, role, channel }) => (
            <div key={id}>
              <strong>{name}</strong> <span class="tag calm">{texts.roles[role]}</span>
              <div class="small soft">{contactText(channel)}</div>
              {stampOf(id) && <div class="small soft">{stampOf(id)}</div>}
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}

import { useConsole } from '../context.ts';
import { contactText, type Known } from './use-known-people.ts';

/** People of earlier envelopes; one press adds a person. */
export function OfferedPeople({
  known,
  onPick,
}: {
  known: readonly Known[];
  onPick: (known: Known) => void;
}) {
  const { texts } = useConsole();
  if (known.length === 0) return null;
  return (
    <div class="stack-s">
      <p class="small soft">{texts.people.known}</p>
      <ul class="chips">
        {known.slice(0, 6).map((one) => (
          <li key={contactText(one.channel)}>
            <button type="button" class="chip" onClick={() => onPick(one)}>
              <strong>{one.name}</strong> <span class="small">{contactText(one.channel)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

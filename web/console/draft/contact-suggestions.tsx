import { useConsole } from '../context.ts';
import type { Contact } from '../sender-api.ts';
import { contactText } from './person.ts';
import { useFoundContacts } from './use-found-contacts.ts';

const MAX_SHOWN = 5;

/** Contacts that a typed name finds, each taken by one press. */
export function ContactSuggestions({
  typed,
  onPick,
}: {
  typed: string;
  onPick: (contact: Contact) => void;
}) {
  const { texts } = useConsole();
  const found = useFoundContacts(typed).slice(0, MAX_SHOWN);
  return (
    <div class="stack-s">
      <p class="small soft" role="status">
        {found.length > 0 && texts.people.fromContacts(found.length)}
      </p>
      {found.length > 0 && (
        <ul class="chips">
          {found.map((one) => (
            <li key={one.id}>
              <button type="button" class="chip" onClick={() => onPick(one)}>
                <strong>{one.name}</strong> <span class="small">{contactText(one.channel)}</span>
                {one.organization && <span class="small soft"> {one.organization}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

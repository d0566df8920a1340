import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ContactFields } from '../contact-fields.tsx';
import { useConsole } from '../context.ts';
import {
  channelOf,
  contactOf,
  contactProblem,
  homeCountry,
  servedCountries,
} from '../draft/person.ts';
import type { Channel, Party } from '../sender-api.ts';

interface Properties {
  readonly party: Party | undefined;
  readonly onClose: () => void;
  readonly onCorrect: (party: Party, channel: Channel) => void;
}

export const CorrectDialog = ({ party, onClose, onCorrect }: Properties) => (
  <Dialog open={party !== undefined} labelledBy="correct-title" onClose={onClose}>
    {party && <Form party={party} onClose={onClose} onCorrect={onCorrect} />}
  </Dialog>
);

function Form({ party, onClose, onCorrect }: Properties & { party: Party }) {
  const { texts, settings, language } = useConsole();
  const served = servedCountries(settings.smsCountries, language);
  const home = homeCountry(served, settings.country);
  const [contact, setContact] = useState(() => contactOf(party.channel, home));
  const [error, setError] = useState<string>();
  function submit(event: Event) {
    event.preventDefault();
    const problem = contactProblem(contact, settings.smsCountries);
    setError(problem && texts.people.contactWrong[problem](party.name));
    if (problem) document.getElementById('correct-contact')?.focus();
    else onCorrect(party, channelOf(contact));
  }
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <h2 id="correct-title">{texts.detail.correctTitle(party.name)}</h2>
      <p class="soft">{texts.detail.correctLead}</p>
      <ContactFields
        id="correct"
        value={contact}
        error={error}
        onChange={(by) => setContact((now) => ({ ...now, ...by }))}
      />
      <div class="row">
        <Button type="submit">{texts.detail.correctSave}</Button>
        <Button variant="secondary" onClick={onClose}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}

import type { TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';
import { EVENT_TYPES, type EventType } from '../../../shared/contract/event-types.ts';
import { Button } from '../../ui/button.tsx';
import { describedBy, LabelledField } from '../../ui/labelled-field.tsx';
import { useConsole } from '../context.ts';
import { useWebhookTexts } from './texts/texts-of.ts';
import type { Webhooks } from './use-webhooks.ts';

/** What is wrong, by the control it stands at. */
type Wrong = 'url' | 'events';

export function NewWebhookForm({ webhooks }: { webhooks: Webhooks }) {
  const { settings } = useConsole();
  const words = useWebhookTexts();
  const [url, setUrl] = useState('');
  const [ofAll, setOfAll] = useState(false);
  const [events, setEvents] = useState<readonly EventType[]>();
  const [wrong, setWrong] = useState<Wrong>();
  function submit(event: TargetedEvent) {
    event.preventDefault();
    const found = !url.trim() ? 'url' : events?.length === 0 ? 'events' : undefined;
    setWrong(found);
    if (found) return document.getElementById(`webhook-${found}`)?.focus();
    const scope = ofAll ? 'company' : 'own';
    return void webhooks.add({ url: url.trim(), scope, ...(events && { events: [...events] }) });
  }
  const urlError = wrong === 'url' ? words.needUrl : undefined;
  return (
    <form class="card stack" noValidate onSubmit={submit}>
      <h2>{words.add}</h2>
      <LabelledField id="webhook-url" label={words.url} hint={words.urlHint} error={urlError}>
        <input
          id="webhook-url"
          type="url"
          maxLength={2000}
          autocomplete="off"
          value={url}
          aria-invalid={urlError ? 'true' : undefined}
          aria-describedby={describedBy('webhook-url', words.urlHint, urlError)}
          onInput={(event) => setUrl(event.currentTarget.value)}
        />
      </LabelledField>
      {settings.me.isAdministrator && (
        <Choice type="checkbox" checked={ofAll} onChange={setOfAll}>
          {words.company}
        </Choice>
      )}
      <Events
        events={events}
        error={wrong === 'events' ? words.needEvents : undefined}
        onChange={setEvents}
      />
      <p>
        <Button type="submit" busy={webhooks.busy === 'add'}>
          {words.create}
        </Button>
      </p>
    </form>
  );
}

interface EventsProperties {
  readonly events: readonly EventType[] | undefined;
  readonly error: string | undefined;
  readonly onChange: (events: readonly EventType[] | undefined) => void;
}

/** All, or those that are chosen. */
function Events({ events, error, onChange }: EventsProperties) {
  const words = useWebhookTexts();
  const toggled = (type: EventType, isChosen: boolean) =>
    EVENT_TYPES.filter((one) => (one === type ? isChosen : events?.includes(one)));
  return (
    <fieldset class={`stack-s field ${error ? 'wrong' : ''}`} id="webhook-events" tabIndex={-1}>
      <legend>{words.which}</legend>
      {error && (
        <span class="error" role="alert">
          {error}
        </span>
      )}
      <Choice type="radio" checked={!events} onChange={() => onChange(undefined)}>
        {words.all}
      </Choice>
      <Choice
        type="radio"
        checked={events !== undefined}
        onChange={() => onChange(events ?? ['envelope.completed'])}
      >
        {words.chosen}
      </Choice>
      {events && (
        <div class="webhook-events">
          {EVENT_TYPES.map((type) => (
            <Choice
              key={type}
              type="checkbox"
              checked={events.includes(type)}
              onChange={(isChosen) => onChange(toggled(type, isChosen))}
            >
              <code>{type}</code>
            </Choice>
          ))}
        </div>
      )}
    </fieldset>
  );
}

interface ChoiceProperties {
  readonly type: 'checkbox' | 'radio';
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: preact.ComponentChildren;
}

const Choice = ({ type, checked, onChange, children }: ChoiceProperties) => (
  <label class="choice">
    <input
      type={type}
      name={type === 'radio' ? 'webhook-events' : undefined}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    <span>{children}</span>
  </label>
);

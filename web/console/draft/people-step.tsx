import { useLayoutEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { takeFocus, usesMouse } from '../../ui/focus.ts';
import { StepHeading } from '../../ui/page.tsx';
import { useErrors } from '../../ui/use-errors.ts';
import { useFocusNext } from '../../ui/use-focus-next.ts';
import { useConsole } from '../context.ts';
import { type Contact, factsOf, type Party } from '../sender-api.ts';
import { useStoredInput } from '../stored-input.ts';
import { useWork } from '../use-work.ts';
import { WorkFailure } from '../work-failure.tsx';
import { AddPeople } from './add-people.tsx';
import { useDraft } from './context.ts';
import {
  inOrder,
  mayMix,
  moved,
  partiesFrom,
  type Removed,
  removedFrom,
  turnsFrom,
  withoutPerson,
  withPerson,
  withRemoved,
} from './people-order.ts';
import { problemsOf } from './people-problems.ts';
import {
  contactOf,
  freeId,
  homeCountry,
  type Person,
  peopleFrom,
  servedCountries,
} from './person.ts';
import { PersonCard } from './person-card.tsx';
import { RemovedPerson } from './removed-person.tsx';
import { StepActions } from './step-actions.tsx';

/** Who signs, in which order, and in which common turns. */
export function PeopleStep() {
  const { texts, settings, language } = useConsole();
  const { envelope, goTo, work } = useDraft();
  const { order } = settings;
  const [announcement, announce] = useState('');
  const served = servedCountries(settings.smsCountries, language);
  const home = homeCountry(served, settings.country);
  const [removed, setRemoved] = useState<Removed>();
  const [people, setPeople, forget] = useStoredInput(
    `${envelope.id}.people`,
    JSON.stringify(envelope.parties),
    () => withClient(peopleFrom(envelope.parties, home)),
  );
  const { errors, tell } = useErrors();
  const focusNext = useFocusNext();
  const { busy, error, run } = useWork();
  // Focuses the first missing name, so that it can be typed at once.
  useLayoutEffect(() => {
    const blank = people.find(isEmpty);
    if (blank && usesMouse()) takeFocus(document.getElementById(`${blank.id}-name`));
  }, []);

  function withClient(all: readonly Person[]): readonly Person[] {
    const isDecided =
      all.some(({ role }) => role === 'client') || work.history.now.fields.length > 0;
    return isDecided ? all : [...all, blank(all, 'client')];
  }
  function blank(all: readonly Person[], role: Party['role']): Person {
    const contact = { kind: 'email', address: '', country: home, number: '' } as const;
    const spoken = envelope.language;
    const blank = { name: '', language: spoken, together: false, stamps: false };
    const gone = removed ? [removed.person] : [];
    return { id: freeId([...all, ...gone], work.history.now.fields), role, ...blank, ...contact };
  }
  const filledFrom = ({ name, channel, language }: Contact) => ({
    name,
    ...(settings.languages.includes(language) && { language }),
    ...contactOf(channel, home),
  });
  function add(role: Party['role']) {
    let added = '';
    setPeople((all) => {
      const person = blank(all, role);
      added = person.id;
      return withPerson(all, person);
    });
    focusNext(`${added}-name`);
  }
  const change = (id: string, by: Partial<Person>) =>
    setPeople((all) => all.map((one) => (one.id === id ? { ...one, ...by } : one)));
  /** A party can be removed unless no signer or, if the company signs first, no director would be left. */
  const mayGoWithout = ({ id, role }: Person) =>
    order === 'any'
      ? people.length > 1
      : role === 'client' || people.some((one) => one.id !== id && one.role === 'director');
  function replace({ id }: Person) {
    change(id, { name: '', address: '', number: '' });
    focusNext(`${id}-name`);
  }
  function remove(person: Person) {
    const gone = removedFrom(people, person);
    setRemoved(gone);
    setPeople((all) => withoutPerson(all, gone));
    document.getElementById(`add-${person.role}`)?.focus();
  }
  const ordered = inOrder(people, order);
  const turns = turnsFrom(ordered, order);
  /** Keeps the focus on the moved person, so that repeated moves work. */
  function move({ id, name }: Person, by: -1 | 1) {
    const after = moved(people, id, by, order);
    const at = after.findIndex((one) => one.id === id);
    const [onward, back] = by < 0 ? ['earlier', 'later'] : ['later', 'earlier'];
    setPeople((all) => moved(all, id, by, order));
    announce(`${name}: ${texts.people.order(turnsFrom(after, order)[at]! + 1)}`);
    focusNext(`${id}-${mayMix(after[at], after[at + by], order) ? onward : back}`);
  }
  // Errors of the last attempt, updated to the current input; the summary keeps its text.
  const errorOf = (control: string) =>
    errors.found.some(({ id }) => id === control)
      ? problemsOf(people, settings, texts).find(({ id }) => id === control)?.message
      : undefined;
  function next(event: Event) {
    event.preventDefault();
    const wrong = problemsOf(people, settings, texts);
    tell(wrong);
    if (wrong.length > 0) return;
    void run('save', async () => {
      await work.edit({ ...factsOf(envelope), parties: partiesFrom(people, order) });
      forget();
      goTo('fields');
    });
  }

  return (
    <form class="stack-l" noValidate onSubmit={next}>
      <ErrorSummary title={texts.errorsTitle} errors={errors} />
      <StepHeading>{texts.people.title}</StepHeading>
      <WorkFailure error={error} />
      {removed && (
        <RemovedPerson
          name={removed.person.name}
          count={work.history.now.fields.filter(({ party }) => party === removed.person.id).length}
          onUndo={() => {
            setPeople((all) => withRemoved(all, removed));
            setRemoved(undefined);
            focusNext(`${removed.person.id}-name`);
          }}
        />
      )}
      <p class="soft">{texts.people.lead[order]}</p>
      <p class="hidden-visually" role="status">
        {announcement}
      </p>
      {ordered.map((person, index) => (
        <PersonCard
          key={person.id}
          person={person}
          index={index}
          turn={ordered.length > 1 ? turns[index]! + 1 : undefined}
          mayGo={{
            earlier: mayMix(ordered[index - 1], person, order),
            later: mayMix(person, ordered[index + 1], order),
          }}
          errorOf={errorOf}
          onChange={(by) => change(person.id, by)}
          onContact={(contact) => change(person.id, filledFrom(contact))}
          onMove={(by) => move(person, by)}
          onReplace={() => replace(person)}
          onRemove={mayGoWithout(person) ? () => remove(person) : undefined}
        />
      ))}
      <AddPeople people={people} onAdd={add} />
      <StepActions>
        <Button type="submit" busy={busy !== undefined}>
          {texts.next}
        </Button>
        <Button variant="secondary" onClick={() => goTo('document')}>
          {texts.back}
        </Button>
      </StepActions>
    </form>
  );
}

const isEmpty = ({ name, address, number }: Person) => !name && !address && !number;

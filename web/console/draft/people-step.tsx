import { useLayoutEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { takeFocus, usesMouse } from '../../ui/focus.ts';
import { Notice } from '../../ui/notice.tsx';
import { StepHeading } from '../../ui/page.tsx';
import { useErrors } from '../../ui/use-errors.ts';
import { useFocusNext } from '../../ui/use-focus-next.ts';
import { useConsole } from '../context.ts';
import { useKept } from '../kept.ts';
import { factsOf, type Party } from '../sender-api.ts';
import { useWork } from '../use-work.ts';
import { WorkFailure } from '../work-failure.tsx';
import { useDraft } from './context.ts';
import { OfferedPeople } from './offered-people.tsx';
import { problemsOf } from './people-problems.ts';
import {
  contactOf,
  freeId,
  homeCountry,
  moved,
  type Person,
  partiesFrom,
  peopleFrom,
  servedCountries,
} from './person.ts';
import { PersonCard } from './person-card.tsx';
import { StepActions } from './step-actions.tsx';
import { type Known, useKnownPeople } from './use-known-people.ts';

const MOST_PEOPLE = 10;

/** Who signs: the company's side first, then the others, in order or together. */
export function PeopleStep() {
  const { api, texts, settings, language } = useConsole();
  const { envelope, goTo, work } = useDraft();
  const served = servedCountries(settings.smsCountries, language);
  const home = homeCountry(served, settings.country);
  const [removed, setRemoved] = useState<Person>();
  const [people, setPeople, forget] = useKept(
    `${envelope.id}.people`,
    JSON.stringify(envelope.parties),
    () => withClient(peopleFrom(envelope.parties, home)),
  );
  const { errors, tell } = useErrors();
  const focusNext = useFocusNext();
  const { busy, error, run } = useWork();
  const known = useKnownPeople(api, envelope.id);
  // What lacks at first is one name: a mouse need not go there.
  useLayoutEffect(() => {
    const blank = people.find(isEmpty);
    if (blank && usesMouse()) takeFocus(document.getElementById(`${blank.id}-name`));
  }, []);

  const withClient = (all: readonly Person[]): readonly Person[] =>
    all.some(({ role }) => role === 'client') ? all : [...all, blank(all, 'client')];
  function blank(all: readonly Person[], role: Party['role']): Person {
    const contact = { kind: 'email', address: '', country: home, number: '' } as const;
    const spoken = envelope.language;
    const blank = { name: '', language: spoken, together: false, stamps: false };
    const gone = removed ? [removed] : [];
    return { id: freeId([...all, ...gone], work.history.now.fields), role, ...blank, ...contact };
  }
  const filledFrom = ({ name, channel, language }: Known) => ({
    name,
    ...(settings.languages.includes(language) && { language }),
    ...contactOf(channel, home),
  });
  function add(role: Party['role'], from?: Known) {
    let added = '';
    setPeople((all) => {
      const person = { ...blank(all, role), ...(from && filledFrom(from)) };
      const empty = from && all.find((one) => one.role === role && isEmpty(one));
      added = empty?.id ?? person.id;
      return empty
        ? all.map((one) => (one === empty ? { ...person, id: added } : one))
        : [...all, person];
    });
    focusNext(`${added}-name`);
  }
  const change = (id: string, by: Partial<Person>) =>
    setPeople((all) => all.map((one) => (one.id === id ? { ...one, ...by } : one)));
  function replace({ id }: Person) {
    change(id, { name: '', address: '', number: '' });
    focusNext(`${id}-name`);
  }
  function remove(person: Person) {
    setRemoved(person);
    setPeople((all) => all.filter(({ id }) => id !== person.id));
    document.getElementById(`add-${person.role}`)?.focus();
  }
  // What was wrong at the last try, as it stands now; the summary stays as it was read.
  const errorOf = (control: string) =>
    errors.found.some(({ id }) => id === control)
      ? problemsOf(people, settings.smsCountries, texts).find(({ id }) => id === control)?.message
      : undefined;
  function next(event: Event) {
    event.preventDefault();
    const wrong = problemsOf(people, settings.smsCountries, texts);
    tell(wrong);
    if (wrong.length > 0) return;
    void run('save', async () => {
      await work.edit({ ...factsOf(envelope), parties: partiesFrom(people) });
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
          name={removed.name}
          count={work.history.now.fields.filter(({ party }) => party === removed.id).length}
          onUndo={() => {
            setPeople((all) => [...all, removed]);
            setRemoved(undefined);
            focusNext(`${removed.id}-name`);
          }}
        />
      )}
      {(['director', 'client'] as const).map((role) => {
        const side = people.filter((one) => one.role === role);
        const offered = known.filter((one) => one.role === role && !isAmong(people, one));
        return (
          <section key={role} class="stack" aria-labelledby={`side-${role}`}>
            <h2 id={`side-${role}`}>{texts.people.side[role]}</h2>
            <p class="soft">{texts.people.sideLead[role]}</p>
            {side.map((person, index) => (
              <PersonCard
                key={person.id}
                person={person}
                index={index}
                count={side.length}
                errorOf={errorOf}
                onChange={(by) => change(person.id, by)}
                onMove={(by) => setPeople((all) => moved(all, person.id, by))}
                onReplace={() => replace(person)}
                onRemove={role === 'client' || side.length > 1 ? () => remove(person) : undefined}
              />
            ))}
            {people.length < MOST_PEOPLE && (
              <div class="row">
                <Button id={`add-${role}`} variant="secondary" onClick={() => add(role)}>
                  {texts.people.add[role]}
                </Button>
              </div>
            )}
            <OfferedPeople known={offered} onPick={(one) => add(role, one)} />
          </section>
        );
      })}
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

/** What becomes of her fields, before it is so; and a way back. */
function RemovedPerson({
  name,
  count,
  onUndo,
}: {
  name: string;
  count: number;
  onUndo: () => void;
}) {
  const { texts } = useConsole();
  return (
    <Notice tone="warn" announce>
      <p>{texts.people.removed(name, count)}</p>
      <div class="row">
        <Button variant="secondary" onClick={onUndo}>
          {texts.people.undoRemove}
        </Button>
      </div>
    </Notice>
  );
}

const isEmpty = ({ name, address, number }: Person) => !name && !address && !number;

const isAmong = (people: readonly Person[], { name, channel }: Known): boolean =>
  people.some(
    (one) => one.name === name && (channel.kind === 'sms' || one.address === channel.address),
  );

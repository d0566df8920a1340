import { useLayoutEffect } from 'preact/hooks';
import { dayAfter, dayIn } from '../../../../shared/domain/envelope/deadline.ts';
import { turnsOf } from '../../../../shared/domain/envelope/party.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { takeFocus, usesMouse } from '../../../ui/focus.ts';
import { openInTab } from '../../../ui/open-in-tab.ts';
import { StepHeading } from '../../../ui/page.tsx';
import { useErrors } from '../../../ui/use-errors.ts';
import { useFocusNext } from '../../../ui/use-focus-next.ts';
import { useConsole } from '../../context.ts';
import { FormNotice } from '../../draft/form-notice.tsx';
import { contactOf, homeCountry, type Person, servedCountries } from '../../draft/person.ts';
import { ValueInput } from '../../fields/value-input.tsx';
import { signsFirst } from '../../own-turn/is-own-turn.ts';
import { noteJustSent } from '../../own-turn/just-sent.ts';
import { goTo, linkTo, replaceWith } from '../../route.ts';
import type { Contact, Field, Template, Values } from '../../sender-api.ts';
import { useStoredInput } from '../../stored-input.ts';
import { useWork } from '../../use-work.ts';
import { WorkFailure } from '../../work-failure.tsx';
import { useTemplateTexts } from '../texts/texts-of.ts';
import { blankIn, type Entered, inputOf, inTurns, openFields, personIn } from './entered.ts';
import { PlaceCard } from './place-card.tsx';
import { problemsIn } from './problems-in.ts';
import { Terms } from './terms.tsx';

/** Form for using a template: people, the company's values, overridden facts; then send or save. */
export function UseForm({ template }: { template: Template }) {
  const { api, texts, settings, language } = useConsole();
  const { use } = useTemplateTexts();
  const places = inTurns(template);
  const open = openFields(template);
  const isTextable = settings.smsCountries.length > 0;
  const home = homeCountry(servedCountries(settings.smsCountries, language), settings.country);
  const [entered, setEntered, forget] = useStoredInput<Entered>(
    `${template.id}.use`,
    JSON.stringify([places.map(({ id }) => id), open.map(({ id }) => id)]),
    () => ({
      people: places
        .filter(({ person }) => !person)
        .map((place) => blankIn(place, home, isTextable)),
      values: {},
    }),
  );
  const change = (by: Partial<Entered>) => setEntered((before) => ({ ...before, ...by }));
  const { errors, tell } = useErrors();
  const { busy, error, run } = useWork();
  const focusNext = useFocusNext();
  const today = dayIn(new Date(), settings.timeZone);
  const day = entered.day ?? dayAfter(today, template.deadlineDays);
  // What lacks at first is one name: a mouse need not go there.
  useLayoutEffect(() => {
    const blank = entered.people.find(({ name }) => !name);
    if (blank && usesMouse()) takeFocus(document.getElementById(`${blank.id}-name`));
  }, []);

  const changePerson = (id: string, by: Partial<Person>) =>
    setEntered((before) => ({
      ...before,
      people: before.people.map((one) => (one.id === id ? { ...one, ...by } : one)),
    }));
  function pick(id: string, { name, channel, language: spoken }: Contact) {
    const isOffered = settings.languages.includes(spoken);
    changePerson(id, {
      name,
      ...contactOf(channel, home),
      ...(isOffered && { language: spoken }),
    });
    focusNext(`${id}-name`);
  }
  function replace(place: Template['places'][number]) {
    const blank = blankIn(place, home, isTextable);
    setEntered((before) => ({ ...before, people: [...before.people, blank] }));
    focusNext(`${place.id}-name`);
  }
  const fill = ({ id }: Field, value: Values[string]) =>
    setEntered((before) => {
      const { [id]: _, ...others } = before.values;
      return { ...before, values: { ...others, ...(value !== '' && { [id]: value }) } };
    });
  const problems = () => problemsIn(template, entered, day, settings, texts, language);
  // Problems of the last attempt that still apply; the error summary is not changed after it was read.
  const errorOf = (control: string) =>
    errors.found.some(({ id }) => id === control)
      ? problems().find(({ id }) => id === control)?.message
      : undefined;
  function go(send: boolean) {
    const wrong = problems().filter(({ id }) => send || !id.startsWith('value-'));
    tell(wrong);
    if (wrong.length > 0) return;
    void run(send ? 'send' : 'draft', async () => {
      const said = send ? { ...entered, day } : entered;
      const { id } = await api.beginFrom(template.id, inputOf(template, said, send));
      forget();
      if (!send) return goTo(linkTo.envelope(id));
      noteJustSent(id);
      replaceWith(linkTo.envelope(id));
    });
  }
  const view = () =>
    run('view', async () => {
      await openInTab(() => api.templateOriginal(template.id));
    });
  const parties = places.map((place) => {
    const { name, kind, address, number } = personIn(place, entered, home);
    const channel = kind === 'email' ? { kind, address } : { kind, number };
    return { ...place, name: name.trim() || place.name, channel };
  });
  const [first = []] = turnsOf(parties);
  const names = first.map(({ name }) => name).join(', ');
  const isMine = signsFirst({ status: 'draft', owner: settings.me, parties }, settings.me);

  return (
    <div class="stack-l">
      <ErrorSummary title={texts.errorsTitle} errors={errors} />
      <div class="stack-s">
        <StepHeading>{template.name}</StepHeading>
        <p class="row tight soft">
          <span>
            {template.document.name}, {use.pages(template.document.pages.length)}
          </span>
          <Button variant="quiet" busy={busy === 'view'} onClick={view}>
            {texts.detail.view}
          </Button>
        </p>
      </div>
      <WorkFailure error={error} />
      <section class="stack" aria-labelledby="who-title">
        <h2 id="who-title">{use.who}</h2>
        {places.map((place) => (
          <PlaceCard
            key={place.id}
            place={place}
            named={entered.people.find(({ id }) => id === place.id)}
            errorOf={errorOf}
            onChange={(by) => changePerson(place.id, by)}
            onPick={(one) => pick(place.id, one)}
            onReplace={() => replace(place)}
          />
        ))}
      </section>
      {open.length > 0 && (
        <section class="stack" aria-labelledby="values-title">
          <h2 id="values-title">{use.values(settings.company)}</h2>
          {open.map((field) => (
            <ValueInput
              key={field.id}
              field={field}
              value={entered.values[field.id]}
              error={errorOf(`value-${field.id}`)}
              onValue={(value) => fill(field, value)}
            />
          ))}
        </section>
      )}
      <Terms template={template} entered={entered} day={day} errorOf={errorOf} onChange={change} />
      <FormNotice />
      <p class="soft small">{texts.review.afterwards}</p>
      <div class="step-actions">
        <Button busy={busy === 'send'} onClick={() => go(true)}>
          {isMine && first.length === 1 ? texts.review.sendAndSign : texts.review.send(names)}
        </Button>
        <Button variant="secondary" busy={busy === 'draft'} onClick={() => go(false)}>
          {use.openDraft}
        </Button>
      </div>
    </div>
  );
}

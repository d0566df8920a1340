import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { describedBy, LabelledField } from '../../../ui/labelled-field.tsx';
import { useErrors } from '../../../ui/use-errors.ts';
import { useConsole } from '../../context.ts';
import type { Envelope } from '../../sender-api.ts';
import { useStoredInput } from '../../stored-input.ts';
import { useWork } from '../../use-work.ts';
import { WorkFailure } from '../../work-failure.tsx';
import { useTemplateTexts } from '../texts/texts-of.ts';
import { firstNaming, type Naming, namingProblems, nextVersionOf, templateOf } from './naming.ts';
import { PlaceNames } from './place-names.tsx';
import { useChangeable } from './use-changeable.ts';
import { Visibility } from './visibility.tsx';

interface Properties {
  readonly envelope: Envelope;
  readonly before: (() => Promise<void>) | undefined;
  readonly onClose: () => void;
  readonly onSaved: (name: string) => void;
}

/** How the template and its places are called, who uses it, and who stays. */
export function NamingForm({ envelope, before, onClose, onSaved }: Properties) {
  const { api, texts } = useConsole();
  const words = useTemplateTexts();
  const { save } = words;
  const { changeable, reload } = useChangeable();
  const { errors, tell } = useErrors();
  const { busy, error, run } = useWork();
  const [naming, setNaming, forget] = useStoredInput<Naming>(
    `${envelope.id}.template`,
    JSON.stringify(envelope.parties.map(({ id, role }) => [id, role])),
    () => firstNaming(envelope, words),
  );
  const change = (by: Partial<Naming>) => setNaming((now) => ({ ...now, ...by }));
  const target = changeable.find(({ id }) => id === naming.target);
  const wrong = () => namingProblems(naming, envelope.parties, words);
  const errorOf = (control: string) =>
    errors.found.some(({ id }) => id === control)
      ? wrong().find(({ id }) => id === control)?.message
      : undefined;
  function choose(id: string) {
    const chosen = changeable.find((one) => one.id === id);
    setNaming((now) => (chosen ? nextVersionOf(now, chosen) : { ...now, target: '' }));
  }
  function submit(event: Event) {
    event.preventDefault();
    tell(wrong());
    if (wrong().length > 0) return;
    void run('save', async () => {
      await before?.();
      const template = templateOf(envelope.id, naming);
      try {
        if (target) await api.changeTemplate(target.id, { ...template, version: target.version });
        else await api.newTemplate(template);
      } catch (failure) {
        // Somebody may have changed or deleted it: the next try is on what is there then.
        await reload();
        throw failure;
      }
      forget();
      onSaved(template.name);
    });
  }
  const nameError = errorOf('template-name');
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <h2 id="save-template">{save.title}</h2>
      <p class="soft">{save.lead}</p>
      <ErrorSummary title={texts.errorsTitle} errors={errors} />
      <WorkFailure error={error} />
      {changeable.length > 0 && (
        <LabelledField id="template-target" label={save.target}>
          <select
            id="template-target"
            value={target?.id ?? ''}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            <option value="">{save.newOne}</option>
            {changeable.map(({ id, name }) => (
              <option key={id} value={id}>
                {save.nextOf(name)}
              </option>
            ))}
          </select>
        </LabelledField>
      )}
      <LabelledField id="template-name" label={save.name} error={nameError}>
        <input
          id="template-name"
          value={naming.name}
          maxLength={120}
          autocomplete="off"
          aria-invalid={nameError ? 'true' : undefined}
          aria-describedby={describedBy('template-name', undefined, nameError)}
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
      </LabelledField>
      <Visibility value={naming.visibility} onChange={(visibility) => change({ visibility })} />
      <PlaceNames
        parties={envelope.parties}
        places={naming.places}
        errorOf={errorOf}
        onChange={(id, by) =>
          setNaming((now) => {
            const place = now.places[id] ?? { name: '', keep: false };
            return { ...now, places: { ...now.places, [id]: { ...place, ...by } } };
          })
        }
      />
      <div class="row">
        <Button type="submit" busy={busy !== undefined}>
          {save.confirm}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}

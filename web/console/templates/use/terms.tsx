import { describedBy, LabelledField } from '../../../ui/labelled-field.tsx';
import { useConsole } from '../../context.ts';
import { DeadlineField } from '../../draft/deadline-field.tsx';
import type { Template } from '../../sender-api.ts';
import { useTemplateTexts } from '../texts/texts-of.ts';
import type { Entered } from './entered.ts';

interface Properties {
  readonly template: Template;
  readonly entered: Entered;
  /** The deadline day for the present input. */
  readonly day: string;
  readonly errorOf: (control: string) => string | undefined;
  readonly onChange: (change: Partial<Entered>) => void;
}

/** What may be said otherwise than the template does. */
export function Terms({ template, entered, day, errorOf, onChange }: Properties) {
  const { texts } = useConsole();
  const { use } = useTemplateTexts();
  const titleError = errorOf('title');
  return (
    <section class="stack" aria-labelledby="terms-title">
      <h2 id="terms-title">{use.terms}</h2>
      <LabelledField
        id="title"
        label={texts.document.title}
        hint={texts.document.titleHint}
        error={titleError}
      >
        <input
          id="title"
          value={entered.title ?? template.title}
          maxLength={200}
          autocomplete="off"
          aria-invalid={titleError ? 'true' : undefined}
          aria-describedby={describedBy('title', texts.document.titleHint, titleError)}
          onInput={(event) => onChange({ title: event.currentTarget.value })}
        />
      </LabelledField>
      <LabelledField id="message" label={texts.review.message} hint={texts.review.messageHint}>
        <textarea
          id="message"
          rows={3}
          maxLength={2_000}
          value={entered.message ?? template.message ?? ''}
          aria-describedby="message-hint"
          onInput={(event) => onChange({ message: event.currentTarget.value })}
        />
      </LabelledField>
      <DeadlineField
        day={day}
        error={errorOf('deadline')}
        onDay={(picked) => onChange({ day: picked })}
      />
    </section>
  );
}

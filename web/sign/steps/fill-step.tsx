import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldError } from '../../ui/error-summary.tsx';
import { StepHeading } from '../../ui/page.tsx';
import type { Field } from '../ceremony-api.ts';
import { useCeremony } from '../context.ts';
import { DocumentView } from '../document-view.tsx';
import { FieldControl } from '../fields/field-control.tsx';
import { isFilled, valueFields } from '../fields/my-fields.ts';

/** The document beside the list of my fields; on a phone below each other. */
export function FillStep() {
  const { ceremony, texts, values, saved, goTo, goBack } = useCeremony();
  const [active, setActive] = useState<Field>();
  const fields = valueFields(ceremony);
  const [errors, setErrors] = useState<FieldError[]>([]);
  useEffect(() => {
    setErrors((shown) => shown.filter(({ id }) => !isNowFilled(id, fields, values)));
  }, [values]);
  const submit = (event: Event) => {
    event.preventDefault();
    const missing = fields
      .filter((field) => field.required && !isFilled(field, values))
      .map(({ id, label }) => ({ id: `list-${id}`, message: texts.fill.missing(label) }));
    setErrors(missing);
    if (missing.length === 0) goTo('mark');
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <StepHeading>{texts.fill.title}</StepHeading>
      <ErrorSummary title={texts.errorsTitle} errors={errors} />
      <p>{texts.fill.lead}</p>
      <div class="beside">
        <div class="stack">
          {fields.map((field) => (
            <FieldControl
              key={field.id}
              field={field}
              prefix="list"
              error={errors.find(({ id }) => id === `list-${field.id}`)?.message}
              onFocus={() => setActive(field)}
            />
          ))}
          <p class="soft small" role="status">
            {saved && texts.fill.saved}
          </p>
          <div class="action-bar">
            <Button variant="quiet" onClick={goBack}>
              {texts.back}
            </Button>
            <Button type="submit" large>
              {texts.next}
            </Button>
          </div>
        </div>
        <DocumentView fillable active={active} />
      </div>
    </form>
  );
}

const isNowFilled = (
  control: string,
  fields: ReturnType<typeof valueFields>,
  values: Parameters<typeof isFilled>[1],
): boolean => {
  const field = fields.find(({ id }) => control === `list-${id}`);
  return !field || isFilled(field, values);
};

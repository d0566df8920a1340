import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Changing } from '../../ui/changing.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { StepHeading } from '../../ui/page.tsx';
import { type FieldError, useErrors } from '../../ui/use-errors.ts';
import type { Field, Value } from '../ceremony-api.ts';
import { useCeremony } from '../context.ts';
import { DocumentView } from '../document-view.tsx';
import { FieldDialog } from '../field-dialog.tsx';
import { FieldControl } from '../fields/field-control.tsx';
import { fieldProblems } from '../fields/field-problems.ts';
import { keepDraft } from '../fields/keep-draft.ts';
import { valueFields } from '../fields/my-fields.ts';
import { isOver } from '../sentence.ts';
import { afterFill } from '../signing-steps.ts';
import { useLaterTexts } from '../use-later-texts.ts';

/** Document and list of fields side by side; on a phone one below the other. */
export function FillStep() {
  const { ceremony, texts, saved, goBack } = useCeremony();
  const words = useLaterTexts();
  const [active, setActive] = useState<Field>();
  const { errors, busy, submit } = useFilled();
  return (
    <form noValidate onSubmit={submit}>
      <div class="beside">
        <div class="stack">
          <StepHeading>{words.fill.title}</StepHeading>
          <ErrorSummary title={texts.errorsTitle} errors={errors} />
          <p>{words.fill.lead}</p>
          {valueFields(ceremony).map((field) => (
            <FieldControl
              key={field.id}
              field={field}
              prefix="list"
              error={errors.found.find(({ id }) => id === `list-${field.id}`)?.message}
              onFocus={() => setActive(field)}
            />
          ))}
          <p class="soft small" role="status">
            <Changing text={saved && words.fill.saved} />
          </p>
          <div class="action-bar">
            <Button variant="quiet" onClick={goBack}>
              {texts.back}
            </Button>
            <Button type="submit" large busy={busy}>
              {texts.next}
            </Button>
          </div>
        </div>
        <div class="beside-document">
          <DocumentView dialog={FieldDialog} active={active} />
        </div>
      </div>
    </form>
  );
}

type Wrong = FieldError & { readonly field: string; readonly value: Value | undefined };

/**
 * Continues once nothing is missing or mistyped and the server accepts every value. Without a response it
 * continues too, because values are validated again when signing.
 */
function useFilled() {
  const { api, ceremony, language, values, goTo, explain } = useCeremony();
  const { fill } = useLaterTexts();
  const { errors, tell, keepWhere } = useErrors<Wrong>();
  const [busy, setBusy] = useState(false);
  useEffect(() => keepWhere(({ field, value }) => values[field] === value), [values]);
  const found = (field: string, message: string): Wrong => ({
    id: `list-${field}`,
    field,
    message,
    value: values[field],
  });
  const mistaken = () =>
    fieldProblems(ceremony, values, fill, language).map(({ field, message }) =>
      found(field, message),
    );
  async function refused() {
    const problems = await keepDraft(api, ceremony.handle, { values });
    return [...problems].map(([field, problem]) => found(field, problem.message));
  }
  async function check() {
    const seen = mistaken();
    const all = seen.length > 0 ? seen : await refused();
    tell(all);
    if (all.length === 0) goTo(afterFill(ceremony));
  }
  async function submit(event: Event) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    await check().catch(async (cause) => {
      await explain(cause);
      if (!isOver(cause)) goTo(afterFill(ceremony));
    });
    setBusy(false);
  }
  return { errors, busy, submit };
}

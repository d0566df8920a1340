import { displayValue } from '../../../shared/domain/fields/field-kinds.ts';
import { Button } from '../../ui/button.tsx';
import type { Language } from '../../ui/language.ts';
import type { Field, Value } from '../ceremony-api.ts';
import { useCeremony } from '../context.ts';
import { asksFor, isFilled, pagesOf, valueFields } from '../fields/my-fields.ts';
import { markOf } from '../looks/mark-of.ts';
import type { Mark } from '../marks/mark.ts';
import { TypedPreview } from '../marks/typed-preview.tsx';
import type { Step } from '../signing-steps.ts';
import { useLaterTexts } from '../use-later-texts.ts';

/** List of values and marks, each with a button to change it. */
export function Reviewed() {
  const { ceremony, texts, values, restoring } = useCeremony();
  const words = useLaterTexts();
  const filled = valueFields(ceremony).filter((field) => isFilled(field, values));
  return (
    <div class="stack">
      {filled.length > 0 && (
        <Section title={words.review.fields} step="fill">
          <dl class="reviewed">
            {filled.map((field) => (
              <Filled key={field.id} field={field} value={values[field.id]!} />
            ))}
          </dl>
        </Section>
      )}
      {restoring && <p role="status">{texts.loading}</p>}
      <Marked kind="stamp" step="stamp" />
      <Marked kind="signature" step="mark" />
      <Marked kind="initials" />
      <CopyTo />
    </div>
  );
}

type Marks = 'signature' | 'initials' | 'stamp';

/** Initials are derived from name and signature, so they have no button. */
function Marked({ kind, step }: { kind: Marks; step?: Step }) {
  const context = useCeremony();
  const words = useLaterTexts();
  const { ceremony, restoring } = context;
  const field = ceremony.fields.find((one) => one.kind === kind);
  if (!field || !asksFor(ceremony, kind)) return null;
  const mark = markOf(field, context);
  const title = words.review[kind];
  return (
    <Section title={title} step={step}>
      {!restoring && kind === 'stamp' && !mark && <p>{words.review.stampLeftOut}</p>}
      {mark && (
        <>
          <Pages kind={kind} />
          <Shown mark={mark} label={title} />
        </>
      )}
    </Section>
  );
}

/** E-mail address for the signed PDF of a party reached by text message. */
function CopyTo() {
  const { ceremony } = useCeremony();
  const words = useLaterTexts();
  if (!ceremony.copy) return null;
  return (
    <Section title={words.review.copy} step="copy">
      <p>{ceremony.copy.address ?? words.review.copyNone}</p>
    </Section>
  );
}

interface SectionProperties {
  readonly title: string;
  readonly step: Step | undefined;
  readonly children: preact.ComponentChildren;
}

function Section({ title, step, children }: SectionProperties) {
  const { goTo } = useCeremony();
  const words = useLaterTexts();
  return (
    <section class="card stack">
      <div class="row spread">
        <h2>{title}</h2>
        {step && (
          <Button
            variant="quiet"
            aria-label={`${words.review.change}: ${title}`}
            onClick={() => goTo(step)}
          >
            {words.review.change}
          </Button>
        )}
      </div>
      {children}
    </section>
  );
}

function Pages({ kind }: { kind: Field['kind'] }) {
  const { ceremony, language } = useCeremony();
  const words = useLaterTexts();
  const pages = pagesOf(ceremony, kind).map(String);
  return <p class="soft">{words.review.where(new Intl.ListFormat(language).format(pages))}</p>;
}

function Filled({ field, value }: { field: Field; value: Value }) {
  const { texts, ceremony } = useCeremony();
  const words = useLaterTexts();
  return (
    <div>
      <dt>{texts.fields.onPage(field.label, field.page + 1)}</dt>
      <dd>{shownValue(field, value, words.review, ceremony.documentLanguage)}</dd>
    </div>
  );
}

function shownValue(
  field: Field,
  value: Value,
  { yes, no }: { yes: string; no: string },
  language: Language,
): string {
  if (typeof value === 'boolean') return value ? yes : no;
  return displayValue(field.kind, value, language);
}

const Shown = ({ mark, label }: { mark: Mark; label: string }) =>
  mark.method === 'typed' ? (
    <TypedPreview text={mark.text} hand={mark.hand} label={`${label}: ${mark.text}`} />
  ) : (
    <img class="checkered" src={mark.preview} alt={label} />
  );

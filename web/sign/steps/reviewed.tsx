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

/** What goes where, in words and one by one, each with the way to change it. */
export function Reviewed() {
  const { ceremony, texts, values, restoring } = useCeremony();
  const filled = valueFields(ceremony).filter((field) => isFilled(field, values));
  return (
    <div class="stack">
      {filled.length > 0 && (
        <Section title={texts.review.fields} step="fill">
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

/** Initials follow from name and signature: there is nothing to change about them. */
function Marked({ kind, step }: { kind: Marks; step?: Step }) {
  const context = useCeremony();
  const { ceremony, texts, restoring } = context;
  const field = ceremony.fields.find((one) => one.kind === kind);
  if (!field || !asksFor(ceremony, kind)) return null;
  const mark = markOf(field, context);
  const title = texts.review[kind];
  return (
    <Section title={title} step={step}>
      {!restoring && kind === 'stamp' && !mark && <p>{texts.review.stampLeftOut}</p>}
      {mark && (
        <>
          <Pages kind={kind} />
          <Shown mark={mark} label={title} />
        </>
      )}
    </Section>
  );
}

/** Where whoever is reached by text message has the signed PDF sent to. */
function CopyTo() {
  const { ceremony, texts } = useCeremony();
  if (!ceremony.copy) return null;
  return (
    <Section title={texts.review.copy} step="copy">
      <p>{ceremony.copy.address ?? texts.review.copyNone}</p>
    </Section>
  );
}

interface SectionProperties {
  readonly title: string;
  readonly step: Step | undefined;
  readonly children: preact.ComponentChildren;
}

function Section({ title, step, children }: SectionProperties) {
  const { texts, goTo } = useCeremony();
  return (
    <section class="card stack">
      <div class="row spread">
        <h2>{title}</h2>
        {step && (
          <Button
            variant="quiet"
            aria-label={`${texts.review.change}: ${title}`}
            onClick={() => goTo(step)}
          >
            {texts.review.change}
          </Button>
        )}
      </div>
      {children}
    </section>
  );
}

function Pages({ kind }: { kind: Field['kind'] }) {
  const { ceremony, texts, language } = useCeremony();
  const pages = pagesOf(ceremony, kind).map(String);
  return <p class="soft">{texts.review.where(new Intl.ListFormat(language).format(pages))}</p>;
}

function Filled({ field, value }: { field: Field; value: Value }) {
  const { texts, ceremony } = useCeremony();
  return (
    <div>
      <dt>{texts.fill.onPage(field.label, field.page + 1)}</dt>
      <dd>{shownValue(field, value, texts.review, ceremony.documentLanguage)}</dd>
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

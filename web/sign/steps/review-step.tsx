import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { formatDay, type Language } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { StepHeading } from '../../ui/page.tsx';
import type { Ceremony, CeremonyApi, Field, Value } from '../ceremony-api.ts';
import { type CeremonyContext, type Step, useCeremony } from '../context.ts';
import { useDocument } from '../document.tsx';
import { isFilled, pagesOf, valueFields } from '../fields/my-fields.ts';
import type { Mark } from '../marks/mark.ts';
import { TypedPreview } from '../marks/typed-preview.tsx';
import { sentenceOf } from '../sentence.ts';

/** What will be put where, then the one button that counts. */
export function ReviewStep() {
  const { ceremony, texts, values, signature, stamp, goBack } = useCeremony();
  const { busy, long, error, sign } = useSign();
  const filled = valueFields(ceremony).filter((field) => isFilled(field, values));
  return (
    <div class="narrow stack">
      <StepHeading>{texts.review.title}</StepHeading>
      <p>{texts.review.lead}</p>
      {error && (
        <Notice tone="bad" announce>
          <p>{error}</p>
        </Notice>
      )}
      {filled.length > 0 && (
        <Section title={texts.review.fields} step="fill">
          <dl class="reviewed">
            {filled.map((field) => (
              <Filled key={field.id} field={field} value={values[field.id]!} />
            ))}
          </dl>
        </Section>
      )}
      <Section title={texts.review.signature} step="mark">
        <Pages kind="signature" />
        {signature && <Shown mark={signature} label={texts.review.signature} />}
      </Section>
      {stamp && (
        <Section title={texts.review.stamp} step="mark">
          <Pages kind="stamp" />
          <Shown mark={stamp} label={texts.review.stamp} />
        </Section>
      )}
      <p role="status">{busy && (long ? texts.review.sealingLong : texts.review.sealing)}</p>
      <div class="action-bar">
        {!busy && (
          <Button variant="quiet" onClick={goBack}>
            {texts.back}
          </Button>
        )}
        <Button large busy={busy} onClick={sign}>
          {texts.review.signNow}
        </Button>
      </div>
    </div>
  );
}

interface SectionProperties {
  title: string;
  step: Step;
  children: preact.ComponentChildren;
}

function Section({ title, step, children }: SectionProperties) {
  const { texts, goTo } = useCeremony();
  return (
    <section class="card stack">
      <div class="row spread">
        <h2>{title}</h2>
        <Button
          variant="quiet"
          aria-label={`${texts.review.change}: ${title}`}
          onClick={() => goTo(step)}
        >
          {texts.review.change}
        </Button>
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
  const { texts, language } = useCeremony();
  return (
    <div>
      <dt>{field.label}</dt>
      <dd>{shownValue(field, value, texts.review, language)}</dd>
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
  return field.kind === 'date' ? formatDay(`${value}T12:00:00`, language) : value;
}

function Shown({ mark, label }: { mark: Mark; label: string }) {
  return mark.method === 'typed' ? (
    <TypedPreview text={mark.text} hand={mark.hand} label={`${label}: ${mark.text}`} />
  ) : (
    <img class="checkered" src={mark.preview} alt={label} />
  );
}

const LONG_MS = 6_000;

/** The step where the party can mend what the API refused. */
const MENDED_AT: Partial<Record<string, Step>> = {
  confirmation_required: 'code',
  consent_required: 'terms',
  consent_outdated: 'terms',
  field_missing: 'fill',
  field_kind: 'fill',
  field_too_long: 'fill',
  value_too_long: 'fill',
  text_not_covered: 'fill',
  image_type: 'mark',
  image_damaged: 'mark',
  image_too_large: 'mark',
};

function useSign() {
  const ceremony = useCeremony();
  const { sha256 } = useDocument();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const long = useLong(busy);
  const sign = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await handIn(ceremony, sha256 ?? ceremony.ceremony.documentSha256 ?? '');
      await ceremony.reload();
    } catch (cause) {
      setError(sentenceOf(cause, ceremony.texts));
      setBusy(false);
      if (!(cause instanceof Problem)) return;
      const step = MENDED_AT[cause.code];
      if (step === 'code' || step === 'terms') ceremony.goTo(step);
      if (cause.status === 409) await ceremony.reload();
    }
  };
  return { busy, long, error, sign };
}

async function handIn(context: CeremonyContext, documentSha256: string): Promise<void> {
  const { api, ceremony, values, signature, stamp } = context;
  const { handle } = ceremony;
  if (!signature) throw new Error('no signature');
  await api.sign(handle, {
    documentSha256,
    values: filledValues(ceremony, values),
    signature: await inputOf(api, handle, 'signature', signature),
    ...(stamp &&
      stamp.method !== 'typed' && {
        stamp: { upload: await api.upload(handle, 'stamp', stamp.picture) },
      }),
  });
}

const filledValues = (ceremony: Ceremony, values: CeremonyContext['values']) =>
  Object.fromEntries(
    valueFields(ceremony)
      .filter((field) => isFilled(field, values))
      .map((field) => [field.id, values[field.id]!]),
  );

async function inputOf(api: CeremonyApi, handle: string, kind: 'signature', mark: Mark) {
  if (mark.method === 'typed') return mark;
  return { method: mark.method, upload: await api.upload(handle, kind, mark.picture) };
}

function useLong(busy: boolean): boolean {
  const [long, setLong] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    setLong(false);
    if (busy) timer.current = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer.current);
  }, [busy]);
  return long;
}

import { useEffect, useRef, useState } from 'preact/hooks';
import { displayValue } from '../../../shared/domain/display-value.ts';
import { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Changing } from '../../ui/changing.tsx';
import type { Language } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { StepHeading } from '../../ui/page.tsx';
import type { Ceremony, Field, Value } from '../ceremony-api.ts';
import { type CeremonyContext, type Step, useCeremony } from '../context.ts';
import { useDocument } from '../document.tsx';
import { isFilled, pagesOf, valueFields } from '../fields/my-fields.ts';
import type { Mark } from '../marks/mark.ts';
import { TypedPreview } from '../marks/typed-preview.tsx';

/** What will be put where, then the one button that counts. */
export function ReviewStep() {
  const { ceremony, texts, values, signature, stamp, restoring, goBack } = useCeremony();
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
        {restoring && <p role="status">{texts.loading}</p>}
        {signature && <Shown mark={signature} label={texts.review.signature} />}
      </Section>
      {stamp && (
        <Section title={texts.review.stamp} step="mark">
          <Pages kind="stamp" />
          <Shown mark={stamp} label={texts.review.stamp} />
        </Section>
      )}
      <p role="status">
        <Changing text={busy && (long ? texts.review.sealingLong : texts.review.sealing)} />
      </p>
      <div class="action-bar">
        {!busy && (
          <Button variant="quiet" onClick={goBack}>
            {texts.back}
          </Button>
        )}
        <Button large busy={busy || restoring} onClick={sign}>
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
  const { texts, ceremony } = useCeremony();
  return (
    <div>
      <dt>{field.label}</dt>
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

function Shown({ mark, label }: { mark: Mark; label: string }) {
  return mark.method === 'typed' ? (
    <TypedPreview text={mark.text} hand={mark.hand} label={`${label}: ${mark.text}`} />
  ) : (
    <img class="checkered" src={mark.preview} alt={label} />
  );
}

const LONG_MS = 6_000;

/** What has to be done once more before signing; anything else is mended by *change*. */
const STOPPED_AT: Partial<Record<string, Step>> = {
  confirmation_required: 'code',
  document_not_shown: 'read',
  consent_required: 'terms',
  consent_outdated: 'terms',
};

function useSign() {
  const ceremony = useCeremony();
  const { sha256 } = useDocument();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const long = useLong(busy);
  const sign = async () => {
    const { signature } = ceremony;
    if (!signature) return ceremony.goTo('mark');
    setBusy(true);
    setError(undefined);
    try {
      await handIn(ceremony, signature, sha256 ?? ceremony.ceremony.documentSha256 ?? '');
      await ceremony.reload();
    } catch (cause) {
      setError(await ceremony.explain(cause));
      setBusy(false);
      if (!(cause instanceof Problem)) return;
      const step = STOPPED_AT[cause.code];
      if (step) ceremony.goTo(step, 'instead');
    }
  };
  return { busy, long, error, sign };
}

async function handIn(context: CeremonyContext, signature: Mark, documentSha256: string) {
  const { api, ceremony, values, stamp, uploads } = context;
  const stamped = stamp && (await uploads.stampOf(stamp));
  await api.sign(ceremony.handle, {
    documentSha256,
    values: filledValues(ceremony, values),
    signature: await uploads.inputOf(signature, 'signature'),
    ...(stamped && { stamp: stamped }),
  });
}

const filledValues = (ceremony: Ceremony, values: CeremonyContext['values']) =>
  Object.fromEntries(
    valueFields(ceremony)
      .filter((field) => isFilled(field, values))
      .map((field) => [field.id, values[field.id]!]),
  );

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

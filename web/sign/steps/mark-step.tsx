import { lazy } from 'preact/compat';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { StepHeading } from '../../ui/page.tsx';
import { useErrors } from '../../ui/use-errors.ts';
import { useCeremony } from '../context.ts';
import type { Mark } from '../marks/mark.ts';
import { NeedsCanvas } from '../marks/needs-canvas.tsx';
import { TypedPanel } from '../marks/typed-panel.tsx';
import { useLaterTexts } from '../use-later-texts.ts';

const DrawnPanel = lazy(() =>
  import('../marks/drawn-panel.tsx').then(({ DrawnPanel }) => ({ default: DrawnPanel })),
);
const PicturePanel = lazy(() =>
  import('../marks/picture-panel.tsx').then(({ PicturePanel }) => ({ default: PicturePanel })),
);

const WAYS = ['typed', 'drawn', 'image'] as const;

/** The signature: drawn, typed or from a picture. */
export function MarkStep() {
  const { texts, restoring } = useCeremony();
  return restoring ? <p role="status">{texts.loading}</p> : <Marks />;
}

function Marks() {
  const { texts, signature, setSignature, goTo, goBack } = useCeremony();
  const words = useLaterTexts();
  const made = useRef<Partial<Record<Mark['method'], Mark>>>({});
  const [way, setWay] = useState<Mark['method']>(signature?.method ?? 'typed');
  const { errors, tell, keepWhere } = useErrors();
  useEffect(() => {
    keepWhere(() => !signature);
  }, [signature]);
  function choose(next: Mark['method']) {
    if (signature) made.current[way] = signature;
    setSignature(made.current[next]);
    setWay(next);
  }
  function next() {
    const missing = signature ? [] : [{ id: `way-${way}`, message: words.mark.empty }];
    tell(missing);
    if (missing.length === 0) goTo('review');
  }
  return (
    <div class="narrow stack">
      <StepHeading>{words.mark.title}</StepHeading>
      <ErrorSummary title={texts.errorsTitle} errors={errors} />
      <fieldset>
        <legend>{words.mark.ways}</legend>
        <div class="ways">
          {WAYS.map((name) => (
            <label key={name} class="way">
              <input
                id={`way-${name}`}
                type="radio"
                name="way"
                value={name}
                checked={way === name}
                onChange={() => choose(name)}
              />
              <span>{words.mark[name]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="card">
        {way === 'typed' && <TypedPanel onMark={setSignature} />}
        {way === 'drawn' && (
          <NeedsCanvas>
            <DrawnPanel mark={signature} onMark={setSignature} />
          </NeedsCanvas>
        )}
        {way === 'image' && (
          <NeedsCanvas>
            <PicturePanel
              id="signature"
              hint={words.mark.fileHint}
              mark={signature}
              onMark={setSignature}
            />
          </NeedsCanvas>
        )}
      </div>
      <div class="action-bar">
        <Button variant="quiet" onClick={goBack}>
          {texts.back}
        </Button>
        <Button large onClick={next}>
          {texts.next}
        </Button>
      </div>
    </div>
  );
}

import { lazy } from 'preact/compat';
import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { StepHeading } from '../../ui/page.tsx';
import { useErrors } from '../../ui/use-errors.ts';
import { useCeremony } from '../context.ts';
import { isRequired } from '../fields/my-fields.ts';
import { NeedsCanvas } from '../marks/needs-canvas.tsx';
import { useLaterTexts } from '../use-later-texts.ts';

const PicturePanel = lazy(() =>
  import('../marks/picture-panel.tsx').then(({ PicturePanel }) => ({ default: PicturePanel })),
);

/** The company's stamp, before the signature: required or optional. */
export function StampStep() {
  const { texts, restoring } = useCeremony();
  return restoring ? <p role="status">{texts.loading}</p> : <Stamp />;
}

function Stamp() {
  const { ceremony, texts, stamp, setStamp, goTo, goBack } = useCeremony();
  const words = useLaterTexts();
  const { errors, tell, keepWhere } = useErrors();
  const required = isRequired(ceremony, 'stamp');
  useEffect(() => keepWhere(() => !stamp), [stamp]);
  function next() {
    const missing = required && !stamp ? [{ id: 'stamp', message: words.stamp.missing }] : [];
    tell(missing);
    if (missing.length === 0) goTo('mark');
  }
  return (
    <div class="narrow stack">
      <StepHeading>{words.stamp.title}</StepHeading>
      <ErrorSummary title={texts.errorsTitle} errors={errors} />
      <p>{required ? words.stamp.required : words.stamp.optional}</p>
      <div class="card" id="stamp" tabIndex={-1}>
        <NeedsCanvas>
          <PicturePanel id="stamp" hint={words.stamp.hint} mark={stamp} onMark={setStamp} />
        </NeedsCanvas>
      </div>
      <div class="action-bar">
        <Button variant="quiet" onClick={goBack}>
          {texts.back}
        </Button>
        <Button large onClick={next}>
          {required || stamp ? texts.next : words.stamp.without}
        </Button>
      </div>
    </div>
  );
}

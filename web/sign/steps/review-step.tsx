import { lazy, Suspense } from 'preact/compat';
import { Button } from '../../ui/button.tsx';
import { Changing } from '../../ui/changing.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StepHeading } from '../../ui/page.tsx';
import { useCeremony } from '../context.ts';
import { useDocument } from '../document.tsx';
import type { DocumentAsSigned as Drawn } from '../looks/document-as-signed.tsx';
import { loadDocumentAsSigned } from '../looks/load-document-as-signed.ts';
import { useMarksSeen } from '../looks/use-marks-seen.ts';
import { leadTo } from '../next-field.tsx';
import { useLaterTexts } from '../use-later-texts.ts';
import { NotLoaded } from './not-loaded.tsx';
import { Reviewed } from './reviewed.tsx';
import { useSign } from './use-sign.ts';

const DocumentAsSigned = lazy(() =>
  loadDocumentAsSigned().then(
    ({ DocumentAsSigned }) => ({ default: DocumentAsSigned }),
    () => ({ default: NotLoaded as typeof Drawn }),
  ),
);

/** Preview of the signed document, a list of its contents, then the button that signs. */
export function ReviewStep() {
  const { ceremony, texts } = useCeremony();
  const words = useLaterTexts();
  const signing = useSign();
  const seen = useMarksSeen();
  const pages = usePages();
  return (
    <div class="stack">
      <StepHeading>{words.review.title}</StepHeading>
      <p>
        <strong>{words.review.document(ceremony.title, pages)}</strong>
        <br />
        {texts.youAre(ceremony.me.name)} {words.review.lead}
      </p>
      {signing.error && (
        <Notice tone="bad" announce>
          <p>{signing.error}</p>
        </Notice>
      )}
      <div class="as-signed">
        <Suspense fallback={<p role="status">{texts.viewer.loading}</p>}>
          <DocumentAsSigned seen={seen} />
        </Suspense>
        <Reviewed />
      </div>
      <SignBar {...signing} unseen={seen.unseen} />
    </div>
  );
}

type BarProperties = Pick<ReturnType<typeof useSign>, 'busy' | 'long' | 'sign'> &
  Pick<ReturnType<typeof useMarksSeen>, 'unseen'>;

/** The button first scrolls to each mark not yet in view; then the text beside it says what signing means. */
function SignBar({ busy, long, sign, unseen }: BarProperties) {
  const { ceremony, texts, restoring, goBack } = useCeremony();
  const pages = usePages();
  const [next] = unseen;
  const { review } = useLaterTexts();
  const announcement = next ? review.toSee(unseen.length) : review.binding(ceremony.title, pages);
  const progress = long ? review.sealingLong : review.sealing;
  return (
    <div class="action-bar">
      <p id="binding" class="binding small" role="status">
        <Changing text={busy ? progress : announcement} />
      </p>
      {!busy && (
        <Button variant="quiet" onClick={goBack}>
          {texts.back}
        </Button>
      )}
      {next ? (
        <Button key="see" large variant="secondary" onClick={() => leadTo(next)}>
          {review.see(next.label, next.page + 1)}
        </Button>
      ) : (
        <Button
          key="sign"
          large
          busy={busy || restoring}
          aria-describedby="binding"
          onClick={(event) => isFirstClick(event) && sign()}
        >
          {review.signNow}
        </Button>
      )}
    </div>
  );
}

/** Ignores the second click of a double click that started on the button previously at this place. */
const isFirstClick = ({ detail }: MouseEvent): boolean => detail < 2;

/** Number of pages as a phrase. */
function usePages(): string {
  const { ceremony } = useCeremony();
  const words = useLaterTexts();
  const { pdf } = useDocument();
  return words.review.pages(ceremony.pages ?? pdf?.numPages ?? 1);
}

import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { formatDeadline } from '../../ui/deadline.ts';
import { Notice } from '../../ui/notice.tsx';
import { StepHeading } from '../../ui/page.tsx';
import { useFocusNext } from '../../ui/use-focus-next.ts';
import type { Ceremony } from '../ceremony-api.ts';
import { useCeremony } from '../context.ts';
import { DeclineDialog } from '../decline-dialog.tsx';
import { useDocument } from '../document.tsx';
import { DocumentView } from '../document-view.tsx';
import { asksFor, isRequired } from '../fields/my-fields.ts';
import { NotForMe } from '../not-for-me.tsx';
import { OpenAsPdf } from '../open-as-pdf.tsx';
import { useSeen, WhyShut } from '../seen.tsx';
import { Signers } from '../signers.tsx';
import { afterCode, type Step } from '../signing-steps.ts';
import type { Texts } from '../texts/texts.ts';

/** First step: who asks for what until when, the document, and one main button. */
export function ReadStep() {
  const { ceremony, texts, language } = useCeremony();
  const [declining, setDeclining] = useState(false);
  const { gate, busy, error, goOn } = useGoOn();
  const focusNext = useFocusNext();
  return (
    <div class="stack-l">
      <div class="beside">
        <Asked />
        <div class="beside-document">
          <DocumentView />
        </div>
        <div class="stack">
          {gate.state !== 'shut' && <OpenAsPdf />}
          <p class="soft">{texts.nextSteps}</p>
          <Signers ceremony={ceremony} texts={texts} language={language} />
          <NotForMe />
          {error && (
            <Notice tone="bad" announce>
              <p>{error}</p>
            </Notice>
          )}
        </div>
      </div>
      <div class="action-bar">
        <WhyShut onOpened={() => focusNext('sign')} />
        <Button variant="quiet" onClick={() => setDeclining(true)}>
          {texts.decline}
        </Button>
        <Button
          id="sign"
          large
          busy={busy || gate.state === 'waiting'}
          unavailable={gate.state !== 'open'}
          aria-describedby={gate.state === 'open' ? undefined : 'seen'}
          onClick={goOn}
        >
          {texts.sign}
        </Button>
      </div>
      <DeclineDialog open={declining} onClose={() => setDeclining(false)} />
    </div>
  );
}

function Asked() {
  const { ceremony, texts, language } = useCeremony();
  return (
    <div class="stack">
      <p class="asks">{asking(ceremony, texts)}</p>
      <StepHeading>{texts.toSign(ceremony.title)}</StepHeading>
      <p>
        {texts.youAre(ceremony.me.name)}{' '}
        {ceremony.deadline && texts.until(formatDeadline(ceremony.deadline, language))}
      </p>
      {asksFor(ceremony, 'stamp') && (
        <p>{texts.stampAsked[isRequired(ceremony, 'stamp') ? 'required' : 'optional']}</p>
      )}
      {ceremony.message && (
        <figure class="notice">
          <figcaption class="small soft">
            {ceremony.isSender ? texts.ownMessage : texts.messageFrom(ceremony.sender)}
          </figcaption>
          <blockquote>{ceremony.message}</blockquote>
        </figure>
      )}
    </div>
  );
}

const asking = (
  { isSender, sender, company }: Pick<Ceremony, 'isSender' | 'sender' | 'company'>,
  { ownRequest, asks }: Texts,
): string => (isSender ? ownRequest(company) : asks(sender, company));

/** Called only once the page has displayed the document; records how in the ledger. */
function useGoOn() {
  const { api, ceremony, goTo, setCeremony, explain } = useCeremony();
  const { sha256 = '' } = useDocument();
  const { gate } = useSeen();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  async function goOn() {
    if (ceremony.shown) return goTo(firstStep(ceremony));
    setBusy(true);
    setError(undefined);
    try {
      setCeremony(await api.shown(ceremony.handle, sha256, 'drawn'));
      goTo(firstStep(ceremony));
    } catch (cause) {
      setError(await explain(cause));
    }
    setBusy(false);
  }
  return { gate, busy, error, goOn };
}

/** Steps that were completed, even on another day, are skipped. */
function firstStep(ceremony: Ceremony): Step {
  if (ceremony.confirmedUntil) return afterCode(ceremony);
  return ceremony.consentedAt ? 'code' : 'terms';
}

import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { formatInstant } from '../../ui/language.ts';
import { StepHeading } from '../../ui/page.tsx';
import type { Ceremony } from '../ceremony-api.ts';
import { afterCode, type Step, useCeremony } from '../context.ts';
import { DeclineDialog } from '../decline-dialog.tsx';
import { DocumentView } from '../document-view.tsx';
import { OpenAsPdf } from '../open-as-pdf.tsx';
import { Signers } from '../signers.tsx';

/** First screen: who asks for what until when, the document itself, and one big button. */
export function ReadStep() {
  const { ceremony, texts, language, goTo } = useCeremony();
  const [declining, setDeclining] = useState(false);
  return (
    <div class="stack-l">
      <div class="stack">
        <p class="asks">{texts.asks(ceremony.sender, ceremony.company)}</p>
        <StepHeading>{texts.toSign(ceremony.title)}</StepHeading>
        <p>
          {texts.youAre(ceremony.me.name)}{' '}
          {ceremony.deadline && texts.until(formatInstant(ceremony.deadline, language))}
        </p>
        {ceremony.message && (
          <figure class="notice">
            <figcaption class="small soft">{texts.messageFrom(ceremony.sender)}</figcaption>
            <blockquote>{ceremony.message}</blockquote>
          </figure>
        )}
      </div>
      <div class="stack-s">
        <DocumentView />
        <OpenAsPdf />
      </div>
      <p class="soft">{texts.nextSteps}</p>
      <Signers ceremony={ceremony} texts={texts} language={language} />
      <div class="action-bar">
        <Button variant="quiet" onClick={() => setDeclining(true)}>
          {texts.decline}
        </Button>
        <Button large onClick={() => goTo(firstStep(ceremony))}>
          {texts.sign}
        </Button>
      </div>
      <DeclineDialog open={declining} onClose={() => setDeclining(false)} />
    </div>
  );
}

/** What was already done, also on another day, is not asked again. */
function firstStep(ceremony: Ceremony): Step {
  if (ceremony.confirmedUntil) return afterCode(ceremony);
  return ceremony.consentedAt ? 'code' : 'terms';
}

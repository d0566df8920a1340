import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StepHeading } from '../../ui/page.tsx';
import { useCeremony } from '../context.ts';
import { sentenceOf } from '../sentence.ts';

export function TermsStep() {
  const { api, ceremony, texts, goTo, goBack, reload } = useCeremony();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const agree = async () => {
    setBusy(true);
    try {
      await api.consent(ceremony);
      await reload();
      goTo('code');
    } catch (cause) {
      setError(sentenceOf(cause, texts));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="narrow stack">
      <StepHeading>{texts.terms.title}</StepHeading>
      <div class="card stack terms">
        {ceremony.terms.text.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p class="small soft">{texts.terms.version(ceremony.terms.version)}</p>
      </div>
      {error && (
        <Notice tone="bad" announce>
          <p>{error}</p>
        </Notice>
      )}
      <Button large busy={busy} onClick={agree}>
        {texts.terms.agree}
      </Button>
      <Button variant="quiet" onClick={goBack}>
        {texts.back}
      </Button>
    </div>
  );
}

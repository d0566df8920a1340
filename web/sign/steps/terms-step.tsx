import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StepHeading } from '../../ui/page.tsx';
import { useCeremony } from '../context.ts';

export function TermsStep() {
  const { api, ceremony, texts, goTo, goBack, setCeremony, explain } = useCeremony();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  async function agree() {
    setBusy(true);
    setError(undefined);
    try {
      setCeremony(await api.consent(ceremony));
      goTo('code', 'instead');
    } catch (cause) {
      setError(await explain(cause));
    } finally {
      setBusy(false);
    }
  }
  return (
    <div class="narrow stack">
      <StepHeading>{texts.terms.title}</StepHeading>
      <div class="card stack terms">
        {sectionsOf(ceremony.terms.text).map((section) => (
          <Section key={section} text={section} />
        ))}
        <p class="small soft">{texts.terms.version(ceremony.terms.version)}</p>
      </div>
      {error && (
        <Notice tone="bad" announce>
          <p>{error}</p>
        </Notice>
      )}
      <div class="action-bar">
        <Button variant="quiet" onClick={goBack}>
          {texts.back}
        </Button>
        <Button large busy={busy} onClick={agree}>
          {texts.terms.agree}
        </Button>
      </div>
    </div>
  );
}

/** Without the terms' own title, which is the step's heading. */
const sectionsOf = (text: string): string[] =>
  text
    .trim()
    .split(/\n{2,}/)
    .slice(1);

/** The terms are plain text: in a section of several lines the first is its heading. */
function Section({ text }: { text: string }) {
  const [first, ...rest] = text.split('\n');
  if (rest.length === 0) return <p>{first}</p>;
  return (
    <section>
      <h2>{first}</h2>
      {rest.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}

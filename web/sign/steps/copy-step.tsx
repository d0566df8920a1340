import { useState } from 'preact/hooks';
import { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { describedBy, LabelledField } from '../../ui/labelled-field.tsx';
import { StepHeading } from '../../ui/page.tsx';
import { useErrors } from '../../ui/use-errors.ts';
import { useCeremony } from '../context.ts';
import { useLaterTexts } from '../use-later-texts.ts';
import { useResumeStep } from './use-resume-step.ts';

const ID = 'copy-address';

/** Asks a party reached by text message, once, for an e-mail address for the signed PDF; the review links back here. */
export function CopyStep() {
  const { ceremony, texts } = useCeremony();
  const words = useLaterTexts();
  const [address, setAddress] = useState(ceremony.copy?.address ?? '');
  const { errors, busy, answer } = useAnswer();
  const error = errors.found.at(0)?.message;
  function submit(event: Event) {
    event.preventDefault();
    void answer(address.trim());
  }
  return (
    <form class="narrow stack" noValidate onSubmit={submit}>
      <StepHeading>{words.copy.title}</StepHeading>
      <ErrorSummary title={texts.errorsTitle} errors={errors} />
      <p>{words.copy.lead(ceremony.me.channel)}</p>
      <LabelledField
        id={ID}
        label={`${words.copy.label} (${texts.optional})`}
        hint={words.copy.hint}
        error={error}
      >
        <input
          id={ID}
          type="email"
          autocomplete="email"
          maxLength={254}
          value={address}
          aria-describedby={describedBy(ID, words.copy.hint, error)}
          aria-invalid={error ? 'true' : undefined}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
      </LabelledField>
      <div class="action-bar">
        <Button variant="quiet" busy={busy} onClick={() => void answer('')}>
          {words.copy.none}
        </Button>
        <Button type="submit" large busy={busy}>
          {texts.next}
        </Button>
      </div>
    </form>
  );
}

function useAnswer() {
  const { api, ceremony, explain, setCeremony, goTo, goBack } = useCeremony();
  const words = useLaterTexts();
  const { errors, tell } = useErrors();
  const [busy, setBusy] = useState(false);
  const goOn = useResumeStep();
  async function answer(address: string) {
    if (busy) return;
    setBusy(true);
    try {
      const now = await api.copy(ceremony.handle, address || undefined);
      setCeremony(now);
      if (ceremony.copy?.answered) goBack();
      else goTo(goOn(now), 'instead');
    } catch (cause) {
      const wrong = cause instanceof Problem && cause.code === 'malformed';
      tell([{ id: ID, message: wrong ? words.copy.wrong : await explain(cause) }]);
      setBusy(false);
    }
  }
  return { errors, busy, answer };
}

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { describedBy, LabelledField } from '../../ui/labelled-field.tsx';
import { StepHeading } from '../../ui/page.tsx';
import { afterCode, useCeremony } from '../context.ts';
import { sentenceOf } from '../sentence.ts';
import { useSecondsUntil } from '../use-seconds-until.ts';

/** Sent at once when the step opens: who agreed to the terms expects it. */
export function CodeStep() {
  const { ceremony, texts, goBack } = useCeremony();
  const code = useCode();
  return (
    <form class="narrow stack" noValidate onSubmit={code.submit}>
      <StepHeading>{texts.code.title}</StepHeading>
      {code.expiresAt && <p role="status">{texts.code.sentTo(ceremony.me.channel)}</p>}
      <LabelledField id="code" label={texts.code.label} hint={texts.code.hint} error={code.error}>
        <input
          id="code"
          class="code"
          type="text"
          inputMode="numeric"
          autocomplete="one-time-code"
          maxLength={12}
          value={code.typed}
          aria-describedby={describedBy('code', texts.code.hint, code.error)}
          aria-invalid={code.error ? 'true' : undefined}
          onInput={(event) => code.type(event.currentTarget.value)}
        />
      </LabelledField>
      {code.expiresAt && <TimeLeft until={code.expiresAt} />}
      <Button type="submit" large busy={code.busy}>
        {texts.code.confirm}
      </Button>
      <SendAgain at={code.nextAt} busy={code.busy} onSend={code.sendAgain} />
      <Button variant="quiet" onClick={goBack}>
        {texts.back}
      </Button>
    </form>
  );
}

/** The clock on screen runs by seconds; a screen reader hears it by minutes. */
function TimeLeft({ until }: { until: number }) {
  const { texts } = useCeremony();
  const left = useSecondsUntil(until);
  if (left === 0) return <p role="status">{texts.code.late}</p>;
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <p class="soft">
      <span aria-hidden="true">{texts.code.timeLeft(clock)}</span>
      <span class="hidden-visually" role="status">
        {texts.code.minutesLeft(Math.ceil(left / 60))}
      </span>
    </p>
  );
}

function SendAgain({ at, busy, onSend }: { at: number; busy: boolean; onSend: () => void }) {
  const { texts } = useCeremony();
  const wait = useSecondsUntil(at);
  if (!Number.isFinite(at)) return null;
  if (wait > 0) return <p class="soft small">{texts.code.againIn(wait)}</p>;
  return (
    <Button variant="secondary" busy={busy} onClick={onSend}>
      {texts.code.again}
    </Button>
  );
}

const CODE = /^\d{6}$/;
const plain = (typed: string) => typed.normalize('NFKC').replace(/[\s-]/g, '');

function useCode() {
  const { api, ceremony, texts, goTo, reload } = useCeremony();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [expiresAt, setExpiresAt] = useState<number>();
  const [nextAt, setNextAt] = useState(0);

  const failed = useCallback(
    (cause: unknown) => {
      setError(sentenceOf(cause, texts));
      const seconds = cause instanceof Problem ? Number(cause.facts.seconds) : Number.NaN;
      if (seconds > 0) setNextAt(Date.now() + seconds * 1000);
      const input = document.getElementById('code') as HTMLInputElement | null;
      input?.focus();
      input?.select();
    },
    [texts],
  );
  const send = useCallback(async () => {
    setBusy(true);
    setError(undefined);
    try {
      const sent = await api.sendCode(ceremony.handle);
      setExpiresAt(Date.now() + sent.expiresInSeconds * 1000);
      setNextAt(Date.now() + sent.nextInSeconds * 1000);
    } catch (cause) {
      failed(cause);
    } finally {
      setBusy(false);
    }
  }, [api, ceremony.handle, failed]);
  useOnce(send);
  const sendAgain = () => {
    setTyped('');
    void send();
  };

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    if (!CODE.test(plain(typed))) return failed(new Problem(422, { title: texts.code.empty }));
    setBusy(true);
    try {
      await api.confirm(ceremony.handle, plain(typed));
      await reload();
      goTo(afterCode(ceremony));
    } catch (cause) {
      failed(cause);
    } finally {
      setBusy(false);
    }
  };
  return { typed, type: setTyped, error, busy, expiresAt, nextAt, sendAgain, submit };
}

function useOnce(run: () => void): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    run();
  }, [run]);
}

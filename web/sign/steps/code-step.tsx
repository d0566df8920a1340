import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { takeFocus } from '../../ui/focus.ts';
import { describedBy, LabelledField } from '../../ui/labelled-field.tsx';
import { StepHeading } from '../../ui/page.tsx';
import type { Ceremony, CeremonyApi } from '../ceremony-api.ts';
import { afterCode, type Step, useCeremony } from '../context.ts';
import { isFilled, valueFields } from '../fields/my-fields.ts';
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
      {code.expiresAt && <TimeLeft until={code.expiresAt} locked={!Number.isFinite(code.nextAt)} />}
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
function TimeLeft({ until, locked }: { until: number; locked: boolean }) {
  const { texts } = useCeremony();
  const left = useSecondsUntil(until);
  if (left === 0) return locked ? null : <p role="status">{texts.code.late}</p>;
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

/** Seconds beyond which the wait is told in minutes. */
const LONG_WAIT = 90;

function SendAgain({ at, busy, onSend }: { at: number; busy: boolean; onSend: () => void }) {
  const { texts } = useCeremony();
  const wait = useSecondsUntil(at);
  if (!Number.isFinite(at)) return null;
  if (wait > LONG_WAIT)
    return <p class="soft small">{texts.code.againInMinutes(Math.ceil(wait / 60))}</p>;
  if (wait > 0) return <p class="soft small">{texts.code.againIn(wait)}</p>;
  return (
    <Button variant="secondary" busy={busy} onClick={onSend}>
      {texts.code.again}
    </Button>
  );
}

const CODE = /^\d{6}$/;
const plain = (typed: string) => typed.normalize('NFKC').replace(/[\s-]/g, '');

/** The code that was sent, also before a reload, and when another may be asked for. */
function useSending() {
  const { api, ceremony, sentCode, codeSent } = useCeremony();
  const [nextAt, setNextAt] = useState(sentCode?.nextAt ?? 0);
  const send = async () => {
    const sent = await api.sendCode(ceremony.handle);
    const inSeconds = (seconds: number) => Date.now() + seconds * 1000;
    const [expiresAt, next] = [inSeconds(sent.expiresInSeconds), inSeconds(sent.nextInSeconds)];
    codeSent({ expiresAt, nextAt: next });
    setNextAt(next);
  };
  return { send, nextAt, setNextAt, expiresAt: sentCode?.expiresAt };
}

function useCode() {
  const { api, ceremony, texts, goTo, reload, explain } = useCeremony();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const { send, nextAt, setNextAt, expiresAt } = useSending();
  const due = !expiresAt || expiresAt <= Date.now();
  const [busy, setBusy] = useState(due);
  const goOn = useGoOn();

  const failed = async (cause: unknown) => {
    setError(await explain(cause));
    if (cause instanceof Problem) setNextAt((before) => nextAfter(cause, before));
    const input = document.getElementById('code') as HTMLInputElement | null;
    if (takeFocus(input)) input?.select();
  };
  const busily = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    await work().catch(failed);
    setBusy(false);
  };
  useOnce(() => {
    if (due) void busily(send);
  });
  const sendAgain = () => {
    setTyped('');
    void busily(send);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (busy) return;
    if (!CODE.test(plain(typed))) return failed(new Problem(422, { title: texts.code.empty }));
    void busily(async () => {
      await confirmOnce(api, ceremony.handle, plain(typed));
      const now = await reload();
      if (now) goTo(goOn(now), 'instead');
    });
  };
  return { typed, type: setTyped, error, busy, expiresAt, nextAt, sendAgain, submit };
}

/** Where the answer to a right code was lost, the session is confirmed all the same. */
async function confirmOnce(api: CeremonyApi, handle: string, code: string): Promise<void> {
  try {
    await api.confirm(handle, code);
  } catch (cause) {
    const used = cause instanceof Problem && cause.code === 'code_used';
    if (!used || !(await api.show(handle)).confirmedUntil) throw cause;
  }
}

/** When another code may be asked for; never, once it is locked. */
function nextAfter({ code, facts }: Problem, before: number): number {
  if (code === 'code_locked') return Number.POSITIVE_INFINITY;
  const seconds = Number(facts.seconds);
  return seconds > 0 ? Date.now() + seconds * 1000 : before;
}

/** Whoever had to enter a second code goes on where the first one ran out. */
function useGoOn(): (ceremony: Ceremony) => Step {
  const { values, signature } = useCeremony();
  return (ceremony) => {
    const complete = valueFields(ceremony).every(
      (field) => !field.required || isFilled(field, values),
    );
    const made = signature ?? ceremony.marks?.signature;
    return complete && made ? 'review' : afterCode(ceremony);
  };
}

function useOnce(run: () => void): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    run();
  }, [run]);
}

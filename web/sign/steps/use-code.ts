import { useEffect, useRef, useState } from 'preact/hooks';
import { normalizeCode, type Purpose } from '../../../shared/domain/secrets/code.ts';
import { Problem } from '../../ui/api.ts';
import { takeFocus } from '../../ui/focus.ts';
import type { CeremonyApi } from '../ceremony-api.ts';
import { useCeremony } from '../context.ts';
import { useLaterTexts } from '../use-later-texts.ts';

const CODE = /^\d{6}$/;

/** Typed input is left as it is; from a pasted message only the code is kept. */
function ofMessage(text: string): string {
  const code = normalizeCode(text);
  return CODE.test(code) ? code : text;
}

export function focusCode(): void {
  const input = document.getElementById('code') as HTMLInputElement | null;
  if (takeFocus(input)) input?.select();
}

/** State of entering a code for one act: what was sent, typed, and refused. */
export function useCode(purpose: Purpose, onRight: () => Promise<void>) {
  const { api, ceremony, explain } = useCeremony();
  const words = useLaterTexts();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const [said, setSaid] = useState<'sentTo' | 'sentAgain' | { wait: string }>();
  const sending = useSending(purpose);
  const [busy, setBusy] = useState(sending.due);

  async function busily(work: () => Promise<void>, failed: (cause: unknown) => Promise<void>) {
    setBusy(true);
    setError(undefined);
    await work().catch(failed);
    setBusy(false);
    focusCode();
  }
  async function wrong(cause: unknown) {
    setError(await explain(cause));
    sending.heard(cause);
  }
  /** A wait before the next code is not shown as an error: another page of the same person may have requested one. */
  async function unsent(cause: unknown) {
    if (!isWait(cause)) return wrong(cause);
    setSaid({ wait: await explain(cause) });
    sending.heard(cause);
  }
  const send = (say: 'sentTo' | 'sentAgain') =>
    busily(async () => {
      await sending.send();
      setSaid(say);
    }, unsent);
  useOnce(() => {
    if (sending.due) void send('sentTo');
    else setSaid('sentTo');
  });
  function sendAgain() {
    setTyped('');
    void send('sentAgain');
  }
  function submit(event: Event) {
    event.preventDefault();
    if (busy) return;
    const code = normalizeCode(typed);
    void busily(async () => {
      if (!CODE.test(code)) throw new Problem(422, { title: words.code.empty });
      await confirmOnce(api, ceremony.handle, code, purpose);
      await onRight();
    }, wrong);
  }
  function paste(event: ClipboardEvent) {
    const text = event.clipboardData?.getData('text') ?? '';
    const code = ofMessage(text);
    if (code === text) return;
    event.preventDefault();
    setTyped(code);
  }
  const type = (text: string) => setTyped(text.length > 12 ? ofMessage(text) : text);
  const { expiresAt, nextAt } = sending;
  const sentence =
    typeof said === 'string' ? words.code[said](ceremony.me.channel) : (said?.wait ?? '');
  return { typed, type, paste, error, said: sentence, busy, expiresAt, nextAt, sendAgain, submit };
}

/** Refusals by rate limit: of codes for this person, or of the company's text messages today. */
const isWait = (cause: unknown): boolean => cause instanceof Problem && cause.status === 429;

/** The code sent for this act, also before a reload, and when another may be requested. */
function useSending(purpose: Purpose) {
  const { api, ceremony, sentCode, codeSent } = useCeremony();
  const own = (sentCode?.purpose ?? 'sign') === purpose ? sentCode : undefined;
  const [nextAt, setNextAt] = useState(own?.nextAt ?? 0);
  async function send() {
    const sent = await api.sendCode(ceremony.handle, purpose);
    const inSeconds = (seconds: number) => Date.now() + seconds * 1000;
    const [expiresAt, next] = [inSeconds(sent.expiresInSeconds), inSeconds(sent.nextInSeconds)];
    codeSent({ purpose, expiresAt, nextAt: next });
    setNextAt(next);
  }
  function heard(cause: unknown) {
    if (cause instanceof Problem) setNextAt((before) => nextAfter(cause, before));
  }
  const expiresAt = own?.expiresAt;
  return { send, heard, nextAt, expiresAt, due: !expiresAt || expiresAt <= Date.now() };
}

/** When another code may be requested; never if codes are locked. */
function nextAfter({ code, facts }: Problem, before: number): number {
  if (code === 'code_locked') return Number.POSITIVE_INFINITY;
  const seconds = Number(facts.seconds);
  return seconds > 0 ? Date.now() + seconds * 1000 : before;
}

/** If the response to a correct code was lost, the session is confirmed nevertheless. */
async function confirmOnce(
  api: CeremonyApi,
  handle: string,
  code: string,
  purpose: Purpose,
): Promise<void> {
  try {
    await api.confirm(handle, code, purpose);
  } catch (cause) {
    if (!(cause instanceof Problem && cause.code === 'code_used')) throw cause;
    const { confirmedUntil, declineUntil } = await api.show(handle);
    if (!(purpose === 'sign' ? confirmedUntil : declineUntil)) throw cause;
  }
}

function useOnce(run: () => void): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    run();
  }, [run]);
}

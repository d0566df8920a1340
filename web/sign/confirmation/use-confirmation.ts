import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Ceremony, CeremonyApi } from '../ceremony-api.ts';

/** How long before the expiry to warn, so that there is time to finish or to enter another code. */
const WARNED_MS = 5 * 60_000;

/** `endsAt`: by this device's clock (ms since 1970). */
export type Confirmation =
  | { readonly state: 'standing' }
  | { readonly state: 'ending'; readonly endsAt: number }
  | { readonly state: 'ended' };

interface Deps {
  readonly ceremony: Ceremony;
  readonly api: CeremonyApi;
  readonly setCeremony: (ceremony: Ceremony) => void;
  /** Called when the ceremony itself may have ended. */
  readonly onFailure: (cause: unknown) => Promise<unknown>;
}

/**
 * Whether the confirmation by code is still valid. The local clock only decides when to ask the server;
 * expiry and remaining time are the server's answer. Entered values stay on the page.
 */
export function useConfirmation({ ceremony, api, setCeremony, onFailure }: Deps) {
  const endsAt = useMemo(() => endOf(ceremony), [ceremony]);
  const [endedOf, setEndedOf] = useState<Ceremony>();
  const unconfirmed = useCallback(() => setEndedOf(ceremony), [ceremony]);
  async function ask() {
    try {
      const now = await api.show(ceremony.handle);
      if (now.state === 'open' && !now.confirmedUntil) unconfirmed();
      // An unchanged answer is the same object, and yet the remaining time counts from now.
      else setCeremony({ ...now });
    } catch (cause) {
      await onFailure(cause);
    }
  }
  useAskedAt(endsAt, ask);
  const confirmation = stateOf(endedOf === ceremony ? undefined : endsAt);
  const { state } = confirmation;
  const [confirmationRead, setRead] = useState<Confirmation['state']>();
  useEffect(() => {
    if (state === 'standing') setRead(undefined);
  }, [state]);
  const readConfirmation = () => setRead(state);
  return { confirmation, unconfirmed, confirmationRead, readConfirmation };
}

const endOf = ({ confirmedForSeconds }: Ceremony): number | undefined =>
  confirmedForSeconds === undefined ? undefined : Date.now() + confirmedForSeconds * 1000;

function stateOf(endsAt: number | undefined): Confirmation {
  if (endsAt === undefined) return { state: 'ended' };
  return Date.now() < endsAt - WARNED_MS ? { state: 'standing' } : { state: 'ending', endsAt };
}

/**
 * Asks when the warning is due, at the expiry, and when the page becomes visible again, because timers stop
 * while a device sleeps.
 */
function useAskedAt(endsAt: number | undefined, ask: () => Promise<void>): void {
  const latest = useRef(ask);
  latest.current = ask;
  const [, redraw] = useState(0);
  useEffect(() => {
    if (endsAt === undefined) return undefined;
    function due() {
      redraw((times) => times + 1);
      void latest.current();
    }
    const back = () => document.visibilityState === 'visible' && void latest.current();
    const timers = [endsAt - WARNED_MS, endsAt]
      .filter((instant) => instant > Date.now())
      .map((instant) => setTimeout(due, instant - Date.now()));
    document.addEventListener('visibilitychange', back);
    window.addEventListener('online', back);
    return () => {
      for (const timer of timers) clearTimeout(timer);
      document.removeEventListener('visibilitychange', back);
      window.removeEventListener('online', back);
    };
  }, [endsAt]);
}

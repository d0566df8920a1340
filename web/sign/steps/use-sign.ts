import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../ui/api.ts';
import type { Ceremony } from '../ceremony-api.ts';
import { type CeremonyContext, useCeremony } from '../context.ts';
import { useDocument } from '../document.tsx';
import { isFilled, valueFields } from '../fields/my-fields.ts';
import type { Mark } from '../marks/mark.ts';
import type { Step } from '../signing-steps.ts';

const LONG_MS = 6_000;

/** Refusals that require repeating a step before signing; others are fixed through the *change* buttons. */
const STOPPED_AT: Partial<Record<string, Step>> = {
  confirmation_required: 'code',
  document_not_shown: 'read',
  consent_required: 'terms',
  consent_outdated: 'terms',
  stamp_missing: 'stamp',
};

/** Submits the reviewed values and marks. */
export function useSign() {
  const ceremony = useCeremony();
  const { sha256 } = useDocument();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const long = useLong(busy);
  async function sign() {
    const { signature } = ceremony;
    if (!signature) return ceremony.goTo('mark');
    setBusy(true);
    setError(undefined);
    try {
      await handIn(ceremony, signature, sha256 ?? ceremony.ceremony.documentSha256 ?? '');
      await ceremony.reload();
    } catch (cause) {
      setError(await ceremony.explain(cause));
      setBusy(false);
      if (!(cause instanceof Problem)) return;
      const step = STOPPED_AT[cause.code];
      if (step) ceremony.goTo(step, 'instead');
    }
  }
  return { busy, long, error, sign };
}

async function handIn(context: CeremonyContext, signature: Mark, documentSha256: string) {
  const { api, ceremony, values, stamp, uploads } = context;
  const stamped = stamp && (await uploads.stampOf(stamp));
  await api.sign(ceremony.handle, {
    documentSha256,
    values: filledValues(ceremony, values),
    signature: await uploads.inputOf(signature, 'signature'),
    ...(stamped && { stamp: stamped }),
  });
}

const filledValues = (ceremony: Ceremony, values: CeremonyContext['values']) =>
  Object.fromEntries(
    valueFields(ceremony)
      .filter((field) => isFilled(field, values))
      .map((field) => [field.id, values[field.id]!]),
  );

function useLong(busy: boolean): boolean {
  const [long, setLong] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    setLong(false);
    if (busy) timer.current = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer.current);
  }, [busy]);
  return long;
}

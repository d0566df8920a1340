import type { Ceremony } from './ceremony-api.ts';
import { asksFor, isRequired, valueFields } from './fields/my-fields.ts';

const STEPS = ['read', 'terms', 'code', 'fill', 'stamp', 'mark', 'review'] as const;
/** Steps towards a signature. `decline` is a branch; `copy` is an optional question. */
export type SigningStep = (typeof STEPS)[number];
export type Step = SigningStep | 'copy' | 'decline';

export const isStep = (name: unknown): name is Step =>
  name === 'decline' || name === 'copy' || STEPS.includes(name as SigningStep);

/** The steps of this ceremony: without value or stamp fields those steps are omitted. */
export function stepsOf(ceremony: Ceremony): SigningStep[] {
  const idle = [
    ...(valueFields(ceremony).length > 0 ? [] : ['fill']),
    ...(asksFor(ceremony, 'stamp') ? [] : ['stamp']),
  ];
  return STEPS.filter((step) => !idle.includes(step));
}

function stepAfter(ceremony: Ceremony, step: SigningStep): SigningStep {
  const steps = stepsOf(ceremony);
  return steps.find((next) => STEPS.indexOf(next) > STEPS.indexOf(step)) ?? 'review';
}

/** The step after a correct code. */
export const afterCode = (ceremony: Ceremony): Step =>
  ceremony.copy && !ceremony.copy.answered ? 'copy' : stepAfter(ceremony, 'code');
export const afterFill = (ceremony: Ceremony): SigningStep => stepAfter(ceremony, 'fill');

/** The step in which the first missing required mark is made; undefined if none is missing. */
export function lackingMark(
  ceremony: Ceremony,
  made: { signature?: unknown; stamp?: unknown },
): 'stamp' | 'mark' | undefined {
  const [signature, stamp] = [
    made.signature ?? ceremony.marks?.signature,
    made.stamp ?? ceremony.marks?.stamp,
  ];
  if (isRequired(ceremony, 'stamp') && !stamp) return 'stamp';
  return signature ? undefined : 'mark';
}

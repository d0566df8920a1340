import type { Ceremony } from '../ceremony-api.ts';
import { useCeremony } from '../context.ts';
import { isFilled, valueFields } from '../fields/my-fields.ts';
import { afterCode, lackingMark, type Step } from '../signing-steps.ts';

/** Whoever had to enter a second code, or entered one on another device, goes on where it was left. */
export function useGoOn(): (ceremony: Ceremony) => Step {
  const { values, signature, stamp } = useCeremony();
  return (ceremony) => {
    const known = { ...ceremony.values, ...values };
    const complete = valueFields(ceremony).every(
      (field) => !field.required || isFilled(field, known),
    );
    const lacks = lackingMark(ceremony, { signature, stamp });
    const next = afterCode(ceremony);
    return next !== 'copy' && complete && !lacks ? 'review' : next;
  };
}

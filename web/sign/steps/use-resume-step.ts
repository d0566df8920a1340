import type { Ceremony } from '../ceremony-api.ts';
import { useCeremony } from '../context.ts';
import { isFilled, valueFields } from '../fields/my-fields.ts';
import { afterCode, lackingMark, type Step } from '../signing-steps.ts';

/**
 * A party that needs a second code, or confirmed on another device, resumes at the first unfinished
 * step.
 */
export function useResumeStep(): (ceremony: Ceremony) => Step {
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

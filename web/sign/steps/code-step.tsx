import type { Ceremony } from '../ceremony-api.ts';
import { afterCode, lackingMark, type Step, useCeremony } from '../context.ts';
import { isFilled, valueFields } from '../fields/my-fields.ts';
import { CodeEntry } from './code-entry.tsx';

/** The code that lets this session sign. */
export function CodeStep() {
  const { texts, goTo, reload } = useCeremony();
  const goOn = useGoOn();
  const confirmed = async () => {
    const now = await reload();
    if (now) goTo(goOn(now), 'instead');
  };
  return (
    <CodeEntry
      purpose="sign"
      title={texts.code.title}
      action={texts.code.confirm}
      onRight={confirmed}
    />
  );
}

/** Whoever had to enter a second code, or entered one on another device, goes on where it was left. */
function useGoOn(): (ceremony: Ceremony) => Step {
  const { values, signature, stamp } = useCeremony();
  return (ceremony) => {
    const known = { ...ceremony.values, ...values };
    const complete = valueFields(ceremony).every(
      (field) => !field.required || isFilled(field, known),
    );
    const lacks = lackingMark(ceremony, { signature, stamp });
    return complete && !lacks ? 'review' : afterCode(ceremony);
  };
}

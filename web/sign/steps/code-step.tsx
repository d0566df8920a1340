import { useCeremony } from '../context.ts';
import { useLaterTexts } from '../use-later-texts.ts';
import { CodeEntry } from './code-entry.tsx';
import { useResumeStep } from './use-resume-step.ts';

/** The code that allows this session to sign. */
export function CodeStep() {
  const { goTo, reload } = useCeremony();
  const words = useLaterTexts();
  const goOn = useResumeStep();
  async function confirmed() {
    const now = await reload();
    if (now) goTo(goOn(now), 'instead');
  }
  return (
    <CodeEntry
      purpose="sign"
      title={words.code.title}
      action={words.code.confirm}
      onRight={confirmed}
    />
  );
}

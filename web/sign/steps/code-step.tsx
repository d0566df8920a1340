import { useCeremony } from '../context.ts';
import { CodeEntry } from './code-entry.tsx';
import { useGoOn } from './use-go-on.ts';

/** The code that lets this session sign. */
export function CodeStep() {
  const { texts, goTo, reload } = useCeremony();
  const goOn = useGoOn();
  async function confirmed() {
    const now = await reload();
    if (now) goTo(goOn(now), 'instead');
  }
  return (
    <CodeEntry
      purpose="sign"
      title={texts.code.title}
      action={texts.code.confirm}
      onRight={confirmed}
    />
  );
}

import { useCeremony } from '../context.ts';
import { useLaterTexts } from '../use-later-texts.ts';
import { CodeEntry } from './code-entry.tsx';

/** The code by which a party declines, like every act in its name; the reason was given before. */
export function DeclineStep() {
  const { api, ceremony, reason = '', setCeremony } = useCeremony();
  const { declineStep } = useLaterTexts();
  return (
    <CodeEntry
      purpose="decline"
      title={declineStep.title}
      lead={declineStep.lead(ceremony.title)}
      action={declineStep.send}
      onRight={async () => setCeremony(await api.decline(ceremony.handle, reason))}
    />
  );
}

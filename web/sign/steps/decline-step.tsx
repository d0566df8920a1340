import { useCeremony } from '../context.ts';
import { useLaterTexts } from '../use-later-texts.ts';
import { CodeEntry } from './code-entry.tsx';

/** The code that declining requires; the reason was entered before. */
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

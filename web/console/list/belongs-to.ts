import type { Tab } from '../route.ts';
import type { EnvelopeSummary } from '../sender-api.ts';

/** What was removed is found where it was; where it is not known how it had ended, among the completed. */
export function belongsTo(tab: Tab, { status, ended = 'completed' }: EnvelopeSummary): boolean {
  if (status !== 'purged') return true;
  if (tab === 'done') return ended === 'completed';
  return tab !== 'stopped' || ended !== 'completed';
}

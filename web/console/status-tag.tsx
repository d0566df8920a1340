import { useConsole } from './context.ts';
import type { Failure, Status } from './sender-api.ts';

const TONES: Record<Status, 'good' | 'bad' | 'warn' | 'calm' | ''> = {
  draft: 'calm',
  preparing: '',
  signing: '',
  signed: '',
  completed: 'good',
  declined: 'bad',
  voided: 'calm',
  expired: 'warn',
  failed: 'bad',
  purged: 'calm',
};

export const FAILURE_TONES: Record<Failure, 'bad' | 'warn'> = {
  failed: 'bad',
  delayed: 'warn',
  complaint: 'bad',
};

export function StatusTag({ status }: { status: Status }) {
  const { texts } = useConsole();
  return <span class={`tag ${TONES[status]}`}>{texts.status[status]}</span>;
}

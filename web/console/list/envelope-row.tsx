import { formatDay } from '../../ui/language.ts';
import { useConsole } from '../context.ts';
import { linkTo } from '../route.ts';
import type { EnvelopeSummary } from '../sender-api.ts';
import { StatusTag } from '../status-tag.tsx';

export function EnvelopeRow({ envelope }: { envelope: EnvelopeSummary }) {
  const { language } = useConsole();
  const names = envelope.parties.map(({ name }) => name).join(', ');
  return (
    <li>
      <a href={linkTo.envelope(envelope.id)}>
        <strong>{envelope.title}</strong>
        <span class="soft small">{names}</span>
      </a>
      <span class="envelope-state">
        <StatusTag status={envelope.status} />
        <span class="small soft">{useWhereItStands(envelope)}</span>
      </span>
      <span class="small soft envelope-day">{formatDay(envelope.updatedAt, language)}</span>
    </li>
  );
}

function useWhereItStands({ status, waitingFor, parties }: EnvelopeSummary): string {
  const { texts, language } = useConsole();
  if (status !== 'signing') return '';
  const signed = parties.filter(({ signedAt }) => signedAt).length;
  const names = new Intl.ListFormat(language).format(waitingFor);
  return [texts.list.waitsFor(names), texts.list.progress(signed, parties.length)]
    .filter(Boolean)
    .join(' · ');
}

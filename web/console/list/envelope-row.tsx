import type { ComponentChildren } from 'preact';
import { memo } from 'preact/compat';
import { formatDay, formatList } from '../../ui/language.ts';
import { useConsole } from '../context.ts';
import { linkTo } from '../route.ts';
import type { EnvelopeSummary } from '../sender-api.ts';
import { FAILURE_TONES, StatusTag } from '../status-tag.tsx';

interface Properties {
  readonly envelope: EnvelopeSummary;
  /** Owner, shown only to administrators: others see only their own envelopes. */
  readonly owner: string | undefined;
  /** Undefined while selection is off. */
  readonly chosen: boolean | undefined;
  readonly onChoose: (envelope: string) => void;
}

export const rowId = (envelope: string): string => `envelope-${envelope}`;

/** Memoised: re-rendered only when the envelope has changed. */
export const EnvelopeRow = memo(function EnvelopeRow({
  envelope,
  owner,
  chosen,
  onChoose,
}: Properties) {
  const { language, texts } = useConsole();
  const names = envelope.parties.map(({ name }) => name).join(', ');
  return (
    <li>
      <Head id={envelope.id} chosen={chosen} onChoose={onChoose}>
        <strong>{envelope.title}</strong>
        <span class="soft small">{names}</span>
        {owner !== undefined && <span class="soft small">{texts.list.ownedBy(owner)}</span>}
      </Head>
      <span class="envelope-state">
        {envelope.ended && <StatusTag status={envelope.ended} />}
        <StatusTag status={envelope.status} />
        <span class="small soft">{useWhereItStands(envelope)}</span>
        <Undelivered envelope={envelope} />
      </span>
      <span class="small soft envelope-day">{formatDay(envelope.updatedAt, language)}</span>
    </li>
  );
});

interface HeadProperties extends Pick<Properties, 'chosen' | 'onChoose'> {
  readonly id: string;
  readonly children: ComponentChildren;
}

/** The whole row is a link to the envelope, or selects it while selection is on. */
function Head({ id, chosen, onChoose, children }: HeadProperties) {
  if (chosen === undefined)
    return (
      <a id={rowId(id)} class="envelope-head" href={linkTo.envelope(id)}>
        {children}
      </a>
    );
  return (
    <label class="envelope-head choosing">
      <input id={rowId(id)} type="checkbox" checked={chosen} onChange={() => onChoose(id)} />
      <span class="envelope-names">{children}</span>
    </label>
  );
}

/** Failed messages, the most severe first. */
function Undelivered({ envelope: { parties } }: { envelope: EnvelopeSummary }) {
  const { texts, language } = useConsole();
  return (['failed', 'complaint', 'delayed'] as const).map((kind) => {
    const names = parties
      .filter(({ undelivered }) => undelivered?.kind === kind)
      .map(({ name }) => name);
    if (names.length === 0) return null;
    return (
      <span key={kind} class={`tag ${FAILURE_TONES[kind]}`}>
        {texts.list.undelivered[kind](formatList(names, language))}
      </span>
    );
  });
}

function useWhereItStands(envelope: EnvelopeSummary): string {
  const { status, waitingFor, parties, standsStillSince } = envelope;
  const { texts, language } = useConsole();
  if (standsStillSince) return texts.list.standsStill(formatDay(standsStillSince, language));
  if (status !== 'signing') return '';
  const signed = parties.filter(({ signedAt }) => signedAt).length;
  const names = formatList(waitingFor, language);
  return [texts.list.waitsFor(names), texts.list.progress(signed, parties.length)]
    .filter(Boolean)
    .join(' · ');
}

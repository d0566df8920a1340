import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { formatDay } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { openInTab } from '../../ui/open-in-tab.ts';
import { StepHeading } from '../../ui/page.tsx';
import { useConsole } from '../context.ts';
import { handOver } from '../hand-over/hand-over.ts';
import { HandOverDialog } from '../hand-over/hand-over-dialog.tsx';
import type { NewOwner } from '../hand-over/new-owner.ts';
import { linkTo } from '../route.ts';
import type { Envelope, Status } from '../sender-api.ts';
import { StatusTag } from '../status-tag.tsx';
import { DuplicateEnvelope } from '../templates/save/duplicate-envelope.tsx';
import { SaveTemplate } from '../templates/save/save-template.tsx';
import { usePolling } from '../use-polling.ts';
import { useWork } from '../use-work.ts';
import { WorkFailure } from '../work-failure.tsx';
import { PartyList } from './party-list.tsx';
import { pollDelay } from './poll-delay.ts';
import { StatusSentence } from './status-sentence.tsx';
import { Timeline } from './timeline.tsx';
import { VoidDialog } from './void-dialog.tsx';

interface Properties {
  readonly envelope: Envelope;
  readonly onEnvelope: (envelope: Envelope) => void;
}

const OPEN: readonly Status[] = ['preparing', 'signing'];
/** Opens the document in its current state; the completed, signed file has a button of its own. */
const VIEWED: readonly Status[] = [
  ...(['preparing', 'signing', 'signed'] as const),
  ...(['declined', 'voided', 'expired', 'failed'] as const),
];

/** A sent envelope: its status, whom it waits for, and possible actions. */
export function DetailPage({ envelope, onEnvelope }: Properties) {
  const { api, texts, language, settings } = useConsole();
  const { id, status, title } = envelope;
  const [handing, setHanding] = useState(false);
  const [voiding, setVoiding] = useState(false);
  const [done, setDone] = useState<{ announcement: string; status: Status }>();
  const { busy, error, run } = useWork();
  const isOpen = OPEN.includes(status) || (status === 'signed' && envelope.standsStillSince);
  usePolling({
    look: async () => {
      if (busy || status === 'purged') return;
      const shown = await api.show(id);
      if (!isEqual(shown, envelope)) onEnvelope(shown);
    },
    pace: (unchanged) => pollDelay(envelope, unchanged, Date.now()),
    seen: envelope,
  });

  const act = (name: string, announcement: string, change: () => Promise<Envelope>) =>
    run(name, async () => {
      const changed = await change();
      onEnvelope(changed);
      const stoodStill = changed.standsStillSince !== undefined;
      setDone({
        announcement: stoodStill ? texts.detail.afterStandstill : announcement,
        status: changed.status,
      });
    });
  const hand = (to: NewOwner | undefined, all: boolean) =>
    run('handOver', async () => {
      const { handedOver, left } = await handOver(api, id, { to, all });
      const changed = await api.show(id);
      onEnvelope(changed);
      const announcement = [
        texts.handOver.done(handedOver),
        ...(left > 0 ? [texts.handMany.left(left)] : []),
      ].join(' ');
      setDone({ announcement, status: changed.status });
    });
  const view = () =>
    run('view', async () => {
      await openInTab(() => api.document(id));
    });
  const fetchFile = (name: 'download' | 'ledger') =>
    run(name, async () => {
      const { url } = await api[name](id);
      location.assign(url);
    });

  return (
    <div class="stack-l">
      <p>
        <a href={linkTo.list()}>{texts.detail.toList}</a>
      </p>
      <div class="stack-s">
        <StepHeading lang={envelope.language}>{title}</StepHeading>
        <p class="row">
          <StatusTag status={status} />
          <span class="soft">
            {texts.detail.sentBy(envelope.owner.name, formatDay(sentAt(envelope), language))}
          </span>
        </p>
      </div>
      <div role="status" class="stack">
        {done?.status === status && <Notice tone="good">{done.announcement}</Notice>}
      </div>
      <WorkFailure error={error} />
      <StatusSentence envelope={envelope} isOpen={Boolean(isOpen)} />
      <div class="row">
        {VIEWED.includes(status) && envelope.document && (
          <Button busy={busy === 'view'} onClick={view}>
            {texts.detail.view}
          </Button>
        )}
        {(status === 'completed' || envelope.isArchived) && (
          <Button busy={busy === 'download'} onClick={() => fetchFile('download')}>
            {texts.detail.download}
          </Button>
        )}
        <a class="button secondary" href={linkTo.ledger(id)}>
          {texts.detail.readLedger}
        </a>
        <Button variant="secondary" busy={busy === 'ledger'} onClick={() => fetchFile('ledger')}>
          {texts.detail.ledger}
        </Button>
        {settings.me.isAdministrator && (
          <Button variant="secondary" busy={busy === 'handOver'} onClick={() => setHanding(true)}>
            {texts.handOver.act}
          </Button>
        )}
        {isOpen && (
          <Button variant="danger" onClick={() => setVoiding(true)}>
            {texts.detail.void}
          </Button>
        )}
      </div>
      <div class="row">
        <DuplicateEnvelope id={id} />
        {status !== 'purged' && envelope.document && <SaveTemplate envelope={envelope} />}
      </div>
      <div class="detail">
        <PartyList envelope={envelope} busy={busy} onAct={act} />
        <Timeline envelope={envelope} />
      </div>
      <p class="small soft">
        {texts.detail.number} <span class="mono">{id.match(/.{1,5}/g)?.join(' ')}</span>
        {' · '}
        <a href={envelope.verifyUrl} rel="noreferrer" target="_blank">
          {texts.detail.verify}
        </a>
      </p>
      <HandOverDialog
        open={handing}
        title={texts.handOver.title}
        lead={texts.handOver.lead}
        owner={envelope.owner.name}
        onClose={() => setHanding(false)}
        onHandOver={(to, all) => {
          setHanding(false);
          void hand(to, all);
        }}
      />
      <VoidDialog
        open={voiding}
        onClose={() => setVoiding(false)}
        onVoid={(reason) => {
          setVoiding(false);
          void act('void', texts.detail.voided, () => api.void(id, reason));
        }}
      />
    </div>
  );
}

const isEqual = (one: Envelope, other: Envelope): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const sentAt = ({ sentAt, createdAt }: Envelope): string => sentAt ?? createdAt;

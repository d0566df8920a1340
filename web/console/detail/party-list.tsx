import { useState } from 'preact/hooks';
import { turnsOf } from '../../../shared/domain/envelope/party.ts';
import { Button } from '../../ui/button.tsx';
import { formatInstant } from '../../ui/language.ts';
import { useConsole } from '../context.ts';
import { contactText } from '../draft/person.ts';
import { lookOf } from '../fields/party-look.ts';
import type { Envelope, Failure, Party, Status } from '../sender-api.ts';
import { FAILURE_TONES } from '../status-tag.tsx';
import { afterReminding } from './after-reminding.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { ResendDialog } from './resend-dialog.tsx';

interface Properties {
  readonly envelope: Envelope;
  /** Name of the action in flight. */
  readonly busy: string | undefined;
  readonly onAct: (name: string, done: string, change: () => Promise<Envelope>) => Promise<void>;
}

/**
 * The parties, signed or not. Those who have not signed can be reminded, re-invited, or have their contact
 * corrected.
 */
export function PartyList({ envelope, busy, onAct }: Properties) {
  const { api, texts, language } = useConsole();
  const [correcting, setCorrecting] = useState<Party>();
  const [inviting, setInviting] = useState<Party>();
  const parties = turnsOf(envelope.parties).flat();
  return (
    <section class="card stack" aria-labelledby="parties-title">
      <h2 id="parties-title">{texts.detail.parties}</h2>
      <ul class="parties">
        {parties.map((party) => (
          <li key={party.id} class={lookOf(party.id, envelope.parties)}>
            <div class="row spread">
              <span>
                <span class="dot" aria-hidden="true" /> <strong>{party.name}</strong>{' '}
                <span class="soft small">{texts.roles[party.role]}</span>
              </span>
              <PartyTag
                party={party}
                ended={ENDED.includes(envelope.status)}
                declined={party.id === envelope.declinedBy}
              />
            </div>
            <p class="small soft">{contactText(party.channel)}</p>
            <Undelivered party={party} ended={ENDED.includes(envelope.status)} />
            {envelope.status === 'signing' && !party.signedAt && (
              <PartyActions
                party={party}
                busy={busy}
                onRemind={() =>
                  onAct(
                    `remind-${party.id}`,
                    afterReminding(envelope, party, texts, language, Date.now()),
                    () => api.remind(envelope.id, party.id),
                  )
                }
                onResend={() => setInviting(party)}
                onCorrect={() => setCorrecting(party)}
              />
            )}
          </li>
        ))}
      </ul>
      <ResendDialog
        party={inviting}
        onClose={() => setInviting(undefined)}
        onResend={({ id, name }) => {
          setInviting(undefined);
          void onAct(`resend-${id}`, texts.detail.resent(name), () => api.resend(envelope.id, id));
        }}
      />
      <CorrectDialog
        party={correcting}
        onClose={() => setCorrecting(undefined)}
        onCorrect={(party, channel) => {
          setCorrecting(undefined);
          void onAct(`correct-${party.id}`, texts.detail.corrected(party.name), () =>
            api.correct(envelope.id, party.id, channel),
          );
        }}
      />
    </section>
  );
}

const ENDED: readonly Status[] = ['declined', 'voided', 'expired', 'failed', 'purged'];

interface TagProperties {
  readonly party: Party;
  readonly ended: boolean;
  readonly declined: boolean;
}

function PartyTag({ party, ended, declined }: TagProperties) {
  const { signedAt, undelivered, notMineAt, lockedAt, openedAt, invitedAt } = party;
  const { texts, language } = useConsole();
  if (signedAt)
    return <span class="tag good">{texts.detail.signedAt(formatInstant(signedAt, language))}</span>;
  if (declined) return <span class="tag bad">{texts.status.declined}</span>;
  if (ended) return <span class="tag calm">{texts.detail.hasNotSigned}</span>;
  if (notMineAt) return <span class="tag bad">{texts.detail.notMine}</span>;
  if (lockedAt) return <span class="tag bad">{texts.detail.lockedOut}</span>;
  if (undelivered) return <UndeliveredTag kind={undelivered.kind} />;
  if (openedAt) return <span class="tag">{texts.detail.hasOpened}</span>;
  if (invitedAt) return <span class="tag warn">{texts.detail.isInvited}</span>;
  return <span class="tag calm">{texts.detail.notYet}</span>;
}

const UndeliveredTag = ({ kind }: { kind: Failure }) => (
  <span class={`tag ${FAILURE_TONES[kind]}`}>{useConsole().texts.detail.undelivered[kind]}</span>
);

/** Actions for a message that failed. Parties who have signed, or are notified of the end, also get a tag. */
function Undelivered({ party, ended }: { party: Party; ended: boolean }) {
  const { undelivered, signedAt } = party;
  const { detail } = useConsole().texts;
  if (!undelivered) return null;
  const { kind, notice } = undelivered;
  if (!signedAt && !ended) return <p class="small">{detail.undeliveredHint[kind]}</p>;
  return (
    <p class="small">
      <UndeliveredTag kind={kind} />
      {(notice === 'delivery' || notice === 'copy') && kind !== 'delayed' && (
        <> {detail.copyUndelivered}</>
      )}
    </p>
  );
}

interface ActionProperties {
  readonly party: Party;
  readonly busy: string | undefined;
  readonly onRemind: () => void;
  readonly onResend: () => void;
  readonly onCorrect: () => void;
}

function PartyActions({ party, busy, onRemind, onResend, onCorrect }: ActionProperties) {
  const { texts } = useConsole();
  const { id, name, invitedAt } = party;
  return (
    <div class="row tight">
      {invitedAt && (
        <>
          <Button
            variant="secondary"
            busy={busy === `remind-${id}`}
            aria-label={texts.detail.remindWho(name)}
            onClick={onRemind}
          >
            {texts.detail.remind}
          </Button>
          <Button
            variant="quiet"
            busy={busy === `resend-${id}`}
            aria-label={texts.detail.resendWho(name)}
            onClick={onResend}
          >
            {texts.detail.resend}
          </Button>
        </>
      )}
      <Button variant="quiet" aria-label={texts.detail.correctWho(name)} onClick={onCorrect}>
        {texts.detail.correct}
      </Button>
    </div>
  );
}

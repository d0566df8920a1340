import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Problem } from '../ui/api.ts';
import { Button } from '../ui/button.tsx';
import { Changing } from '../ui/changing.tsx';
import { formatDay, formatInstant, type Language } from '../ui/language.ts';
import { openInTab } from '../ui/open-in-tab.ts';
import { StepHeading } from '../ui/page.tsx';
import type { Ceremony, CeremonyApi } from './ceremony-api.ts';
import { CookiesBlocked, DamagedLink } from './damaged-link.ts';
import { sentenceOf } from './sentence.ts';
import { SignedDocument } from './signed-document.tsx';
import { Signers } from './signers.tsx';
import type { Texts } from './texts/texts.ts';

interface Properties {
  readonly ceremony: Ceremony;
  readonly api: CeremonyApi;
  readonly texts: Texts;
  readonly language: Language;
  readonly reload: () => Promise<unknown>;
}

/** Polling intervals while others still sign or the seal is pending. */
const AGAIN_MS = 4_000;

/** Shown for a link with nothing (more) to sign: what happened, and what is still possible. */
export function Ended(properties: Properties) {
  const { ceremony, texts, language, reload } = properties;
  const pending = ceremony.state === 'signed' || ceremony.state === 'waiting';
  useEffect(() => {
    if (!pending) return undefined;
    const timer = setInterval(() => reload().catch(() => {}), AGAIN_MS);
    return () => clearInterval(timer);
  }, [pending, reload]);
  return (
    <div class="stack-l">
      <What {...properties} />
      <Signers ceremony={ceremony} texts={texts} language={language} />
    </div>
  );
}

function What({ ceremony, api, texts, language }: Properties) {
  const { ended } = texts;
  switch (ceremony.state) {
    case 'completed':
      return <Completed ceremony={ceremony} api={api} texts={texts} language={language} />;
    case 'signed':
      return <SignedByMe ceremony={ceremony} api={api} texts={texts} />;
    case 'waiting': {
      const names = new Intl.ListFormat(language).format(namesBefore(ceremony));
      return <Plain title={ended.waiting.title} lead={ended.waiting.lead(names)} />;
    }
    case 'open':
      return null;
    case 'declined':
      return <Declined ceremony={ceremony} texts={texts} />;
    default:
      return (
        <Plain {...ended[ceremony.state]}>
          {ceremony.documentSha256 && <LastSeen {...{ ceremony, api, texts, language }} />}
        </Plain>
      );
  }
}

/** The party that declined sees a text of its own. */
function Declined({ ceremony, texts: { ended } }: Pick<Properties, 'ceremony' | 'texts'>) {
  const { declinedBy, me, parties } = ceremony;
  if (declinedBy === me.id) return <Plain {...ended.declinedByMe} />;
  const name = parties.find(({ id }) => id === declinedBy)?.name;
  return <Plain title={ended.declined.title} lead={ended.declined.lead(name)} />;
}

/** Names of the parties in earlier turns that have not signed. */
function namesBefore({ parties, me }: Ceremony): string[] {
  const mine = parties.find(({ id }) => id === me.id)?.turn ?? Number.POSITIVE_INFINITY;
  return parties.filter(({ turn, signedAt }) => turn < mine && !signedAt).map(({ name }) => name);
}

/** Sealing takes seconds after the last signature; until then the page says so. */
function SignedByMe({ ceremony, api, texts }: Pick<Properties, 'ceremony' | 'api' | 'texts'>) {
  const { done } = texts;
  const last = ceremony.parties.every(({ signedAt }) => signedAt);
  return (
    <div class="stack">
      <div class="done-mark" aria-hidden="true" />
      <StepHeading>{done.waitingTitle}</StepHeading>
      <p role="status">
        <Changing text={last ? done.sealing : done.waiting} />
      </p>
      {ceremony.documentSha256 && <Reread {...{ ceremony, api, texts }} />}
    </div>
  );
}

/** The signed revision, while others still sign. */
function Reread({ ceremony, api, texts }: Pick<Properties, 'ceremony' | 'api' | 'texts'>) {
  const { done, fault } = texts;
  const { handle, documentSha256, showsMine } = ceremony;
  return (
    <>
      <p class="soft">{showsMine ? done.withMine : done.withoutMine}</p>
      <SignedDocument
        open={() => api.document(handle)}
        version={documentSha256}
        label={done.reread}
        texts={texts}
      />
      <Download handle={handle} api={api} label={done.download} fault={fault} variant="quiet" />
    </>
  );
}

function Completed({ ceremony, api, texts, language }: Omit<Properties, 'reload'>) {
  const { done } = texts;
  return (
    <div class="stack">
      <div class="done-mark" aria-hidden="true" />
      <StepHeading>{done.title}</StepHeading>
      <p>{done.lead}</p>
      <Download handle={ceremony.handle} api={api} label={done.download} fault={texts.fault} />
      <SignedDocument open={() => api.download(ceremony.handle)} label={done.see} texts={texts} />
      {ceremony.removedAt && (
        <p class="soft">{done.availableUntil(formatInstant(ceremony.removedAt, language))}</p>
      )}
      <p>
        <a href={ceremony.verifyUrl} target="_blank" rel="noopener">
          {done.verify}
        </a>
      </p>
    </div>
  );
}

interface DownloadProperties {
  readonly handle: string;
  readonly api: CeremonyApi;
  readonly label: string;
  readonly fault: string;
  readonly variant?: 'primary' | 'quiet';
}

function Download({ handle, api, label, fault, variant = 'primary' }: DownloadProperties) {
  const [failed, setFailed] = useState(false);
  async function open() {
    try {
      setFailed(false);
      location.assign((await api.download(handle)).url);
    } catch {
      setFailed(true);
    }
  }
  return (
    <>
      <Button large={variant === 'primary'} variant={variant} onClick={open}>
        {label}
      </Button>
      {failed && <p role="alert">{fault}</p>}
    </>
  );
}

/** The document of a party that declined or missed the deadline, while it is available. */
function LastSeen({ ceremony, api, texts, language }: Omit<Properties, 'reload'>) {
  const [failed, setFailed] = useState(false);
  function open() {
    setFailed(false);
    openInTab(() => api.document(ceremony.handle)).catch(() => setFailed(true));
  }
  return (
    <>
      <p>
        <Button variant="secondary" onClick={open}>
          {texts.ended.see}
        </Button>
      </p>
      {failed && <p role="alert">{texts.viewer.failed}</p>}
      {ceremony.removedAt && (
        <p class="soft">{texts.done.availableUntil(formatInstant(ceremony.removedAt, language))}</p>
      )}
    </>
  );
}

type PlainProperties = {
  readonly title: string;
  readonly lead: string;
  readonly children?: ComponentChildren;
};

const Plain = ({ title, lead, children }: PlainProperties) => (
  <div class="stack">
    <StepHeading>{title}</StepHeading>
    <p>{lead}</p>
    {children}
  </div>
);

interface FailureProperties {
  readonly error: unknown;
  readonly texts: Texts;
  readonly language: Language;
  readonly onRetry: () => void;
}

/** Link or session invalid, or no response from the server. */
export function Failure({ error, texts, language, onRetry }: FailureProperties) {
  const { ended } = texts;
  if (error instanceof DamagedLink) return <Plain {...ended[error.kind]} />;
  if (error instanceof CookiesBlocked || !navigator.cookieEnabled)
    return <Plain {...ended.cookies} />;
  const code = error instanceof Problem ? error.code : undefined;
  if (code === 'document_removed') {
    const day = String((error as Problem).facts.at ?? (error as Problem).facts.removedAt ?? '');
    return (
      <Plain
        title={ended.removed.title}
        lead={ended.removed.lead(day && formatDay(day, language))}
      />
    );
  }
  if (code === 'link_invalid' || code === 'malformed') return <Plain {...ended.linkInvalid} />;
  if (code === 'session_missing' || code === 'session_expired') return <Plain {...ended.session} />;
  return (
    <div class="stack" role="alert">
      <StepHeading>{ended.notOpened.title}</StepHeading>
      <p>{sentenceOf(error, texts)}</p>
      <Button onClick={onRetry}>{texts.tryAgain}</Button>
    </div>
  );
}

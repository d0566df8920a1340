import PostalMime, { type Address } from 'postal-mime';
import type { Emulators } from '../emulators.ts';
import type { Json } from '../json.ts';
import { readMail, type SentMail } from '../mail/sent-mail.ts';
import type { SentNotification, SentText } from '../messaging/sns.ts';
import { atRest } from '../state/at-rest.ts';
import type { Execution } from '../state-machine/execution.ts';

const iso = (ms: number) => new Date(ms).toISOString();

const newestFirst = <T>(items: readonly T[]): T[] => items.toReversed();

/** What the page at /local shows, as JSON. Instants are ISO 8601 of the local clock. */
export class LocalViews {
  readonly #emulators: Emulators;

  constructor(emulators: Emulators) {
    this.#emulators = emulators;
  }

  mails() {
    const mails = this.#emulators.store.list<SentMail>('mail');
    return newestFirst(mails).map(({ messageId: id, at, from, to, subject }) => ({
      id,
      at: iso(at),
      from,
      to,
      subject,
    }));
  }

  rawMail(id: string): Buffer | undefined {
    return readMail(this.#emulators.store, id);
  }

  async mail(id: string) {
    const parsed = await this.#parse(id);
    if (!parsed) return undefined;
    return {
      id,
      from: parsed.from ? written(parsed.from) : '',
      replyTo: (parsed.replyTo ?? []).map(written),
      subject: parsed.subject ?? '',
      html: parsed.html ?? null,
      text: parsed.text ?? null,
      attachments: parsed.attachments.map(({ filename, mimeType, content }) => ({
        name: filename ?? 'attachment',
        type: mimeType,
        bytes: Buffer.from(content as ArrayBuffer).length,
      })),
    };
  }

  async attachment(id: string, index: number) {
    const attachment = (await this.#parse(id))?.attachments[index];
    if (!attachment) return undefined;
    const { filename, mimeType, content } = attachment;
    return {
      name: filename ?? 'attachment',
      type: mimeType,
      content: Buffer.from(content as ArrayBuffer),
    };
  }

  async #parse(id: string) {
    const raw = this.rawMail(id);
    return raw && (await PostalMime.parse(raw));
  }

  texts() {
    const texts = this.#emulators.store.list<SentText>('sms');
    return newestFirst(texts).map(({ messageId: id, at, to, senderId, text }) => ({
      id,
      at: iso(at),
      to,
      from: senderId ?? null,
      text,
    }));
  }

  notifications() {
    const sent = this.#emulators.store.list<SentNotification>('topic');
    return newestFirst(sent).map(({ at, ...notification }) => ({ at: iso(at), ...notification }));
  }

  events(): Json[] {
    return newestFirst(this.#emulators.store.list<Json>('event'));
  }

  executions() {
    return newestFirst(this.#emulators.stateMachines.journal.list()).map(summary);
  }

  execution(name: string) {
    const { journal } = this.#emulators.stateMachines;
    const execution = journal.list().find((one) => one.name === name);
    return execution && { ...summary(execution), history: historyOf(execution) };
  }

  objects() {
    const { buckets, objects } = this.#emulators.s3;
    return buckets.list().flatMap(({ name }) =>
      [...objects.list(name)].map(({ bucket, key, size, modified }) => ({
        bucket,
        key,
        size,
        modified: iso(modified),
      })),
    );
  }

  deadLetters() {
    const { store, queues } = this.#emulators;
    return store.list<{ name: string }>('sqs-queue').flatMap(({ name }) =>
      queues.messages(name).map(({ messageId: id, body, at }) => ({
        queue: name,
        id,
        at: iso(at),
        body,
      })),
    );
  }

  clock() {
    const { clock } = this.#emulators;
    return { now: iso(clock.now()), aheadMs: clock.offset };
  }

  outages() {
    return { services: [...this.#emulators.down].sort() };
  }

  /** Sets the services that are unavailable; all others are available again. */
  switchOff(services: readonly string[]) {
    const { down } = this.#emulators;
    down.clear();
    for (const service of services) down.add(service);
    return this.outages();
  }

  /** Waits until running work is done, so that moving the clock by days does not age messages still being handled. */
  async advance(ms: number) {
    await atRest(this.#emulators.lambda);
    this.#emulators.clock.advance(ms);
    return this.clock();
  }
}

const written = ({ name, address }: Address): string =>
  name ? `${name} <${address}>` : (address ?? '');

const summary = (execution: Execution) => ({
  name: execution.name,
  machine: execution.stateMachineArn.split(':').at(-1) ?? '',
  status: execution.status,
  state: execution.frame.state,
  started: iso(execution.startedAt),
  stopped: execution.stoppedAt === undefined ? null : iso(execution.stoppedAt),
  input: execution.input,
  error: execution.error ?? null,
  cause: execution.cause ?? null,
});

const historyOf = ({ history }: Execution) =>
  history.map(({ at, type, detail }) => ({ at: iso(at), type, detail }));

import type { EventType } from '../../shared/contract/event-types.ts';
import { eventually } from './eventually.ts';
import { callJson, getBytes } from './http.ts';
import type { SignInPlace } from './sign-in.ts';

export interface Message {
  readonly id: string;
  readonly to: string;
  readonly text: string;
}

export interface MailContent {
  readonly subject: string;
  readonly text: string | null;
  readonly attachments: readonly {
    readonly name: string;
    readonly type: string;
    readonly bytes: number;
  }[];
}

interface Listed {
  readonly id: string;
  readonly to: string | readonly string[];
}

export interface BusEvent {
  readonly 'detail-type': string;
  readonly detail: { readonly metadata: { readonly id: string; readonly envelopeId: string } };
}

/** An event's id ends with the number of its entry. */
const seqOf = ({ detail }: BusEvent): number => Number(detail.metadata.id.split('-').at(-1));

export interface ExecutionSummary {
  readonly name: string;
  readonly status: string;
  readonly state: string;
}

/** The data of a local target's page at /local, for a program that plays all parties. */
export class LocalDesk {
  readonly #api: string;

  constructor(url: string) {
    this.#api = `${url}/local/api`;
  }

  target(): Promise<{ urls: { api: string; aws: string }; signIn: SignInPlace }> {
    return callJson('GET', `${this.#api}/target`);
  }

  /** Ids of the mails to an address, newest first. */
  async mailsTo(address: string): Promise<string[]> {
    const mails = await callJson<Listed[]>('GET', `${this.#api}/mails`);
    return mails.filter(({ to }) => JSON.stringify(to).includes(address)).map(({ id }) => id);
  }

  mail(id: string): Promise<MailContent> {
    return callJson('GET', `${this.#api}/mails/${encodeURIComponent(id)}`);
  }

  /** The mail as it was sent (RFC 5322). */
  source(id: string): Promise<Uint8Array> {
    return getBytes(`${this.#api}/mails/${encodeURIComponent(id)}/raw`);
  }

  attachment(id: string, index: number): Promise<Uint8Array> {
    return getBytes(`${this.#api}/mails/${encodeURIComponent(id)}/attachments/${index}`);
  }

  /** Texts to a number, newest first. */
  async textsTo(number: string): Promise<Message[]> {
    const texts = await callJson<Message[]>('GET', `${this.#api}/texts`);
    return texts.filter(({ to }) => to === number);
  }

  /** An envelope's events on the bus, sorted by ledger entry, because the bus does not guarantee an order. */
  async eventsOf(envelopeId: string): Promise<BusEvent[]> {
    const events = await callJson<BusEvent[]>('GET', `${this.#api}/events`);
    return events
      .filter(({ detail }) => detail?.metadata?.envelopeId === envelopeId)
      .sort((a, b) => seqOf(a) - seqOf(b));
  }

  /** The same, once one of this type was published, which happens some seconds after the ledger's entry. */
  published(envelopeId: string, type: EventType): Promise<BusEvent[]> {
    return eventually(`the event ${type}`, async () => {
      const events = await this.eventsOf(envelopeId);
      return events.some((event) => event['detail-type'] === type) && events;
    });
  }

  /** The envelope's current execution: the first, or the latest restarted one. */
  async execution(envelopeId: string): Promise<ExecutionSummary | undefined> {
    const executions = await callJson<ExecutionSummary[]>('GET', `${this.#api}/executions`);
    return executions.find(({ name }) => name.split('-')[0] === envelopeId);
  }

  async objectsOf(envelopeId: string): Promise<string[]> {
    const objects = await callJson<{ key: string }[]>('GET', `${this.#api}/objects`);
    return objects.map(({ key }) => key).filter((key) => key.includes(envelopeId));
  }

  /** From now on exactly these AWS services answer 503. */
  async switchOff(...services: readonly string[]): Promise<void> {
    await callJson('POST', `${this.#api}/outages`, { body: { services } });
  }

  async advance(ms: number): Promise<void> {
    await callJson('POST', `${this.#api}/clock`, { body: { advanceMs: ms } });
  }
}

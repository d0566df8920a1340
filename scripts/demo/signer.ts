import type * as z from 'zod';
import type { DownloadAnswer } from '../../shared/contract/sender/sender-answers.ts';
import type {
  CeremonyAnswer,
  CodeAnswer,
  ConfirmAnswer,
  DocumentAnswer,
  DraftInput,
  MarkUploadAnswer,
  SignedAnswer,
  SignInput,
} from '../../shared/contract/signer.ts';
import type { Party } from '../../shared/domain/envelope/party.ts';
import type { Values } from '../../shared/domain/fields/field.ts';
import type { Purpose } from '../../shared/domain/secrets/code.ts';
import { call, getBytes, postFile, sha256Of } from './http.ts';
import type { LocalDesk } from './local-desk.ts';
import { CODE, LINK, Mailbox, type Received } from './mailbox.ts';

type Json<S extends z.ZodType> = z.output<S>;
type SignRequest = z.input<typeof SignInput>;

/** A signing party: knows only what arrived in its own mailbox. */
export class Signer {
  readonly party: Party;
  readonly mailbox: Mailbox;
  readonly #api: string;
  #link = '';
  #cookie = '';
  #ceremony: CeremonyAnswer | undefined;

  constructor(api: string, desk: LocalDesk, party: Party) {
    this.#api = `${api}/api/sign`;
    this.party = party;
    this.mailbox = new Mailbox(desk, party.channel);
  }

  /** Waits for a message with a link and stores the link. */
  async readLink(what = `a link for ${this.party.name}`, seconds?: number) {
    const { message } = await this.mailbox.next(what, LINK, seconds);
    this.takeLink(message);
    return message;
  }

  takeLink({ text }: Received): void {
    const link = LINK.exec(text)?.[1];
    if (!link) throw new Error(`no link in the message to ${this.party.name}`);
    this.#link = link;
  }

  /** Opens the link that arrived last. */
  async open(): Promise<CeremonyAnswer> {
    const body = { link: this.#link };
    const headers = { ...(this.#cookie && { cookie: this.#cookie }) };
    const response = await call('POST', `${this.#api}/session`, { body, headers });
    this.#cookie = response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0]!)
      .join('; ');
    this.#ceremony = (await response.json()) as CeremonyAnswer;
    return this.#ceremony;
  }

  /** The token of the link that arrived last. */
  get link(): string {
    return this.#link;
  }

  /** What a browser needs to continue this signer's session. */
  get session(): { handle: string; cookie: string } {
    return { handle: this.ceremony.handle, cookie: this.#cookie };
  }

  get ceremony(): CeremonyAnswer {
    if (!this.#ceremony) throw new Error(`${this.party.name} has not opened the link`);
    return this.#ceremony;
  }

  async show(): Promise<CeremonyAnswer> {
    this.#ceremony = await this.#ask<CeremonyAnswer>('GET', '');
    return this.#ceremony;
  }

  consent(): Promise<CeremonyAnswer> {
    const { version, sha256 } = this.ceremony.terms;
    return this.#ask('POST', '/consent', { version, sha256, language: this.ceremony.language });
  }

  askCode(purpose: Purpose = 'sign'): Promise<Json<typeof CodeAnswer>> {
    return this.#ask('POST', '/code', { purpose });
  }

  async readCode(): Promise<string> {
    const { match } = await this.mailbox.next(`a code for ${this.party.name}`, CODE);
    return match[0];
  }

  confirm(code: string, purpose: Purpose = 'sign'): Promise<Json<typeof ConfirmAnswer>> {
    return this.#ask('POST', '/confirm', { code, purpose });
  }

  /** Opens the document and reports it as shown, like a page that cannot render it and offers the PDF. */
  async read(): Promise<{ bytes: Uint8Array; sha256: string }> {
    const document = await this.document();
    await this.#ask('POST', '/shown', { documentSha256: document.sha256, shown: 'pdf' });
    return document;
  }

  /** The displayed document; throws if its hash is not the one to be signed. */
  async document(): Promise<{ bytes: Uint8Array; sha256: string }> {
    const { url, sha256 } = await this.#ask<Json<typeof DocumentAnswer>>('GET', '/document');
    const bytes = await getBytes(url);
    if (sha256Of(bytes) !== sha256) throw new Error('the document shown is not the one named');
    return { bytes, sha256 };
  }

  async upload(kind: 'signature' | 'initials' | 'stamp', png: Uint8Array): Promise<string> {
    const body = { kind, contentType: 'image/png' };
    const ticket = await this.#ask<Json<typeof MarkUploadAnswer>>('POST', '/upload', body);
    await postFile(ticket, png, { name: `${kind}.png`, type: 'image/png' });
    return ticket.upload;
  }

  /** Marks are stored only after a right code. */
  async saveDraft(values: Values, marks?: z.input<typeof DraftInput>['marks']): Promise<void> {
    await this.#ask('PUT', '/draft', { values, ...(marks && { marks }) });
  }

  /** For parties reached by text message: an additional e-mail address for the copy; undefined for none. */
  async answerCopy(address?: string): Promise<void> {
    await this.#ask('PUT', '/copy', address === undefined ? {} : { address });
  }

  sign(request: SignRequest): Promise<Json<typeof SignedAnswer>> {
    return this.#ask('POST', '/sign', request);
  }

  /** Requires a code, like every act in a person's name. */
  async decline(reason: string): Promise<void> {
    await this.askCode('decline');
    await this.confirm(await this.readCode(), 'decline');
    await this.#ask('POST', '/decline', { reason });
  }

  async notForMe(): Promise<void> {
    await this.#ask('POST', '/not-for-me');
  }

  /** Reports to the sender that no further codes can be sent. */
  async tellLocked(): Promise<void> {
    await this.#ask('POST', '/locked');
  }

  async download(): Promise<Uint8Array> {
    return getBytes((await this.#ask<Json<typeof DownloadAnswer>>('GET', '/download')).url);
  }

  async #ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const url = `${this.#api}/${this.ceremony.handle}${path}`;
    const options = { headers: { cookie: this.#cookie }, ...(body !== undefined && { body }) };
    const text = await (await call(method, url, options)).text();
    return (text ? JSON.parse(text) : undefined) as T;
  }
}

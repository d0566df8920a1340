import type * as z from 'zod';
import type { ContactsAnswer } from '../../shared/contract/sender/contact-answers.ts';
import type {
  DownloadAnswer,
  EnvelopeAnswer,
  ListAnswer,
  PresignedPostAnswer,
  SettingsAnswer,
} from '../../shared/contract/sender/sender-answers.ts';
import type {
  TemplateAnswer,
  TemplatesAnswer,
} from '../../shared/contract/sender/template-answers.ts';
import type { ChangeTemplateInput } from '../../shared/contract/sender/template-inputs.ts';
import type { NewTokenAnswer, TokensAnswer } from '../../shared/contract/sender/token-answers.ts';
import type { NewTokenInput } from '../../shared/contract/sender/token-inputs.ts';
import type { Party } from '../../shared/domain/envelope/party.ts';
import type { Field, Values } from '../../shared/domain/fields/field.ts';
import { eventually } from './eventually.ts';
import { call, callJson, getBytes, postFile } from './http.ts';

type Json<S extends z.ZodType> = z.output<S>;

export interface EnvelopeFacts {
  readonly title: string;
  readonly language: Party['language'];
  readonly message?: string;
  readonly parties: readonly Party[];
  readonly deadlineDays?: number;
  /** Instead of `deadlineDays`: YYYY-MM-DD. */
  readonly deadlineDate?: string;
  readonly reminderDays?: readonly number[];
}

/** Who sends documents: an employee with the ID token of a sign-in, or a machine with its API token. */
export class Employee {
  readonly #envelopes: string;
  readonly #templates: string;
  readonly #contacts: string;
  readonly #settings: string;
  readonly #tokens: string;
  readonly #headers: Readonly<Record<string, string>>;

  /** `under` is `/api/v1` for a machine, whose bearer is an API token. */
  constructor(api: string, bearer: string, under: '/api' | '/api/v1' = '/api') {
    this.#envelopes = `${api}${under}/envelopes`;
    this.#templates = `${api}${under}/templates`;
    this.#contacts = `${api}${under}/contacts`;
    this.#settings = `${api}${under}/settings`;
    this.#tokens = `${api}${under}/tokens`;
    this.#headers = { authorization: `Bearer ${bearer}` };
  }

  /** As the identity provider names the employee. */
  async me(): Promise<SettingsAnswer['me']> {
    return (await callJson<SettingsAnswer>('GET', this.#settings, { headers: this.#headers })).me;
  }

  /** For administrators. */
  makeToken(facts: z.input<typeof NewTokenInput>): Promise<NewTokenAnswer> {
    return callJson('POST', this.#tokens, { body: facts, headers: this.#headers });
  }

  tokens(): Promise<Json<typeof TokensAnswer>> {
    return callJson('GET', this.#tokens, { headers: this.#headers });
  }

  async withdrawToken(id: string): Promise<void> {
    await call('DELETE', `${this.#tokens}/${id}`, { headers: this.#headers });
  }

  async create(facts: EnvelopeFacts): Promise<string> {
    const { id } = await this.#ask<{ id: string }>('POST', '', facts);
    return id;
  }

  /** Replaces the draft's facts. */
  edit(id: string, facts: EnvelopeFacts): Promise<unknown> {
    return this.#ask('PUT', `/${id}`, facts);
  }

  /** Uploads a PDF and waits until intake has processed it. */
  async upload(id: string, fileName: string, bytes: Uint8Array) {
    const ticket = await this.#ask<Json<typeof PresignedPostAnswer>>('POST', `/${id}/upload`, {
      fileName,
      size: bytes.length,
    });
    await postFile(ticket, bytes, { name: fileName, type: 'application/pdf' });
    return eventually('the check of the document', async () => {
      const { document, refusedDocument } = await this.show(id);
      if (refusedDocument?.upload === ticket.upload) {
        throw new Error(`document refused: ${refusedDocument.code}, ${refusedDocument.sentence}`);
      }
      return document?.upload === ticket.upload && document;
    });
  }

  show(id: string): Promise<EnvelopeAnswer> {
    return this.#ask('GET', `/${id}`);
  }

  discard(id: string): Promise<unknown> {
    return this.#ask('DELETE', `/${id}`);
  }

  /** An administrator gets everybody's envelopes. */
  list(status?: EnvelopeAnswer['status'], cursor?: string): Promise<Json<typeof ListAnswer>> {
    const query = new URLSearchParams({ ...(status && { status }), ...(cursor && { cursor }) });
    return this.#ask('GET', query.size > 0 ? `?${query}` : '');
  }

  place(id: string, fields: readonly Field[]): Promise<unknown> {
    return this.#ask('PUT', `/${id}/fields`, { fields });
  }

  fill(id: string, values: Values): Promise<unknown> {
    return this.#ask('PUT', `/${id}/values`, { values });
  }

  /** Returns the HTTP status, 202. */
  async send(id: string): Promise<number> {
    const options = { headers: this.#headers };
    return (await call('POST', `${this.#envelopes}/${id}/send`, options)).status;
  }

  stop(id: string, reason: string): Promise<unknown> {
    return this.#ask('POST', `/${id}/void`, { reason });
  }

  async remind(id: string, party: string): Promise<void> {
    await call('POST', `${this.#envelopes}/${id}/parties/${party}/remind`, {
      headers: this.#headers,
    });
  }

  async resend(id: string, party: string): Promise<void> {
    await call('POST', `${this.#envelopes}/${id}/parties/${party}/resend`, {
      headers: this.#headers,
    });
  }

  /** For administrators: takes over the envelope. */
  takeOver(id: string): Promise<unknown> {
    return this.#ask('POST', `/${id}/owner`, {});
  }

  correct(id: string, party: string, channel: Party['channel']): Promise<unknown> {
    return this.#ask('PUT', `/${id}/parties/${party}/contact`, { channel });
  }

  async download(id: string): Promise<Uint8Array> {
    const { url } = await this.#ask<Json<typeof DownloadAnswer>>('GET', `/${id}/download`);
    return getBytes(url);
  }

  /** The exported ledger. */
  async ledger(id: string): Promise<Uint8Array> {
    const { url } = await this.#ask<Json<typeof DownloadAnswer>>('GET', `/${id}/ledger`);
    return getBytes(url);
  }

  /** The ledger as a PDF. */
  async audit(id: string): Promise<Uint8Array> {
    const { url } = await this.#ask<Json<typeof DownloadAnswer>>('GET', `/${id}/audit`);
    return getBytes(url);
  }

  /** Saves a template of an envelope with all its parties; returns its id. */
  async keepTemplate(from: string, name: string): Promise<string> {
    const { parties } = await this.show(from);
    const places = parties.map(({ id }) => ({ id, name: `Place ${id}`, keepPerson: true }));
    const template = { from, name, visibility: 'company', places };
    return (await this.#askTemplates<{ id: string }>('POST', '', template)).id;
  }

  /** Saves a template of an envelope, visible to the caller only; returns its id. */
  async makeTemplate(
    from: string,
    name: string,
    places: readonly { id: string; name: string; keepPerson?: boolean }[],
  ): Promise<string> {
    const template = { from, name, visibility: 'own', places };
    return (await this.#askTemplates<{ id: string }>('POST', '', template)).id;
  }

  /** For administrators: templates of all owners if `all` is set. */
  templateList(of: 'visible' | 'all'): Promise<Json<typeof TemplatesAnswer>> {
    return this.#askTemplates('GET', `?of=${of}`);
  }

  async templates(of: 'visible' | 'all'): Promise<string[]> {
    return (await this.templateList(of)).items.map(({ id }) => id);
  }

  template(id: string): Promise<TemplateAnswer> {
    return this.#askTemplates('GET', `/${id}`);
  }

  changeTemplate(id: string, change: z.input<typeof ChangeTemplateInput>): Promise<unknown> {
    return this.#askTemplates('PUT', `/${id}`, change);
  }

  async templateOriginal(id: string): Promise<Uint8Array> {
    const path = `/${id}/original`;
    const { url } = await this.#askTemplates<Json<typeof DownloadAnswer>>('GET', path);
    return getBytes(url);
  }

  /** Sends an envelope to the parties that the template names; returns its id. */
  async sendTemplate(id: string): Promise<string> {
    const path = `/${id}/envelopes`;
    return (await this.#askTemplates<{ id: string }>('POST', path, { send: true })).id;
  }

  deleteTemplate(id: string): Promise<unknown> {
    return this.#askTemplates('DELETE', `/${id}`);
  }

  /** Returns its id. */
  async addContact(facts: Pick<Party, 'name' | 'channel' | 'language'>): Promise<string> {
    return (await this.#askAt<{ id: string }>(this.#contacts, 'POST', '', facts)).id;
  }

  /** Names of the company's contacts that match the search. */
  async contacts(search: string): Promise<string[]> {
    const at = `${this.#contacts}?search=${encodeURIComponent(search)}`;
    const { items } = await this.#askAt<ContactsAnswer>(at, 'GET');
    return items.map(({ name }) => name);
  }

  #askTemplates<T>(method: string, path: string, body?: unknown): Promise<T> {
    return this.#askAt(this.#templates, method, path, body);
  }

  #ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    return this.#askAt(this.#envelopes, method, path, body);
  }

  async #askAt<T>(at: string, method: string, path = '', body?: unknown): Promise<T> {
    const options = { headers: this.#headers, ...(body !== undefined && { body }) };
    const response = await call(method, `${at}${path}`, options);
    const text = await response.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }
}

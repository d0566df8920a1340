import type {
  WebhookAnswer,
  WebhookDeliveriesAnswer,
  WebhookDeliveryAnswer,
  WebhookSecretAnswer,
  WebhooksAnswer,
} from '../../shared/contract/sender/webhook-answers.ts';
import { callJson } from './http.ts';
import { LocalDesk } from './local-desk.ts';
import { signIn } from './sign-in.ts';

/** An employee's webhooks, through the API. */
export class WebhookDesk {
  readonly #api: string;
  readonly #user: string;

  constructor(api: string, user = 'employee') {
    this.#api = `${api}/api/webhooks`;
    this.#user = user;
  }

  register(facts: object): Promise<WebhookSecretAnswer> {
    return this.#ask('POST', '', facts);
  }

  async list(): Promise<WebhookAnswer[]> {
    return (await this.#ask<WebhooksAnswer>('GET', '')).items;
  }

  change(id: string, facts: object): Promise<WebhookAnswer> {
    return this.#ask('PUT', `/${id}`, facts);
  }

  delete(id: string): Promise<unknown> {
    return this.#ask('DELETE', `/${id}`);
  }

  newSecret(id: string): Promise<WebhookSecretAnswer> {
    return this.#ask('POST', `/${id}/secret`, {});
  }

  ping(id: string): Promise<WebhookDeliveryAnswer> {
    return this.#ask('POST', `/${id}/ping`);
  }

  sendAgain(id: string, delivery: string): Promise<WebhookDeliveryAnswer> {
    return this.#ask('POST', `/${id}/deliveries/${delivery}/resend`);
  }

  async deliveries(id: string): Promise<WebhookDeliveryAnswer[]> {
    return (await this.#ask<WebhookDeliveriesAnswer>('GET', `/${id}/deliveries?limit=50`)).items;
  }

  /** Signed in anew each time: the clock may have been moved since. */
  async #ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const api = this.#api.replace(/\/api\/webhooks$/, '');
    const { signIn: place } = await new LocalDesk(api).target();
    const headers = { authorization: `Bearer ${await signIn(place, this.#user)}` };
    return callJson<T>(method, `${this.#api}${path}`, {
      headers,
      ...(body !== undefined && { body }),
    });
  }
}

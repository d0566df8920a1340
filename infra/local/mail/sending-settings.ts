import { AwsError } from '../aws/aws-error.ts';
import type { Store } from '../state/store.ts';

/** The event types that a configuration set may publish to the default bus, as the template words them. */
export type EventType = 'BOUNCE' | 'COMPLAINT' | 'DELIVERYDELAY';

/** Verified identities and configuration sets, as the template declares them. */
export class SendingSettings {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Verifies an address or a whole domain as a sender. */
  verifyIdentity(identity: string): void {
    this.#store.put('ses-identity', identity.toLowerCase(), true);
  }

  createConfigurationSet(name: string): void {
    if (!this.#store.get('ses-set', name)) this.#store.put('ses-set', name, []);
  }

  /** Publishes these event types of the set to the default bus (an EventBridge destination). */
  publishEvents(set: string, types: readonly string[]): void {
    this.requireSet(set);
    this.#store.put(
      'ses-set',
      set,
      types.map((type) => type.toUpperCase()),
    );
  }

  publishes(set: string | undefined, type: EventType): boolean {
    return set !== undefined && this.#store.get<string[]>('ses-set', set)?.includes(type) === true;
  }

  requireSet(name: string): void {
    if (!this.#store.get('ses-set', name))
      throw new AwsError(
        'ConfigurationSetDoesNotExist',
        `Configuration set <${name}> does not exist`,
      );
  }

  requireIdentity(address: string): void {
    const known = [address, address.split('@').at(-1) ?? ''].some((identity) =>
      this.#store.get('ses-identity', identity.toLowerCase()),
    );
    if (!known)
      throw new AwsError('MessageRejected', `Email address is not verified. Failed: ${address}`);
  }
}

import { createHash } from 'node:crypto';
import { AwsError } from '../aws/aws-error.ts';
import type { Store } from '../state/store.ts';
import { type Definition, parseDefinition } from './definition.ts';

type StateMachine = { readonly arn: string; readonly definition: string };

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** The state machines, and by its hash every definition that a running execution may still use. */
export class Definitions {
  readonly #store: Store;
  readonly #parsed = new Map<string, Definition>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Adds or replaces a state machine; throws if the interpreter does not support the definition. */
  define(arn: string, text: string): void {
    const hash = hashOf(text);
    this.#parsed.set(hash, parseDefinition(text));
    this.#store.put('state-machine-definition', hash, text);
    this.#store.put('state-machine', arn, { arn, definition: hash } satisfies StateMachine);
  }

  /** Hash of a state machine's current definition; throws StateMachineDoesNotExist. */
  currentOf(arn: string): string {
    const machine = this.#store.get<StateMachine>('state-machine', arn);
    if (machine) return machine.definition;
    throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  }

  get(hash: string): Definition {
    const known = this.#parsed.get(hash);
    if (known) return known;
    const text = this.#store.get<string>('state-machine-definition', hash) ?? '';
    const definition = parseDefinition(text);
    this.#parsed.set(hash, definition);
    return definition;
  }
}

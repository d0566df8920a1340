import { createHash } from 'node:crypto';
import { AwsError } from '../aws/aws-error.ts';
import type { Store } from '../state/store.ts';
import { type Definition, parseDefinition } from './definition.ts';

type StateMachine = { readonly arn: string; readonly definition: string };

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** The state machines, and every definition that an execution may still go by, by its hash. */
export class Definitions {
  readonly #store: Store;
  readonly #parsed = new Map<string, Definition>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Adds or replaces a state machine; throws when the interpreter cannot carry it out. */
  define(arn: string, text: string): void {
    const hash = hashOf(text);
    this.#parsed.set(hash, parseDefinition(text));
    this.#store.put('state-machine-definition', hash, text);
    this.#store.put('state-machine', arn, { arn, definition: hash } satisfies StateMachine);
  }

  /** The hash of a state machine's definition as it is now; throws StateMachineDoesNotExist. */
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

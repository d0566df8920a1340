import { join } from 'node:path';
import type { Local } from '../../infra/local/boot.ts';
import { FunctionError } from '../../infra/local/lambda/function-error.ts';
import { Lambda } from '../../infra/local/lambda/lambda.ts';
import { Store } from '../../infra/local/state/store.ts';
import type { Definition } from '../../infra/local/state-machine/definition.ts';
import type { Execution, Frame } from '../../infra/local/state-machine/execution.ts';
import type { Playground } from '../../scripts/released/playground.ts';
import { bootSigillo } from '../../scripts/start/boot-sigillo.ts';

const held = new Map<string, readonly string[]>();
const { invoke } = Lambda.prototype;

/** Error of an unreachable function, which the workflow retries. */
Lambda.prototype.invoke = async function (reference, payload, begins) {
  const { operation, envelopeId } = payload as { operation?: string; envelopeId?: string };
  if (envelopeId && operation && held.get(envelopeId)?.includes(operation))
    throw new FunctionError({ errorType: 'Unreachable', errorMessage: operation });
  return invoke.call(this, reference, payload, begins);
};

export type Ground = Playground & Pick<Local, 'close'>;

/** Boots a cloud assembly on a state that another release may have stored; no operation is held back. */
export async function bootOn(stateDirectory: string, cdkOut: string): Promise<Ground> {
  held.clear();
  const local = await bootSigillo({ port: 0, stateDirectory, cdkOut });
  const { api } = local.urls;
  return {
    api,
    hold: (envelopeId, ...operations) => held.set(envelopeId, operations),
    standsIn: (envelopeId) => standsIn(executionsIn(stateDirectory), envelopeId),
    close: local.close,
  };
}

/** Every wait state of an envelope's execution, by the definition it runs. */
const standsIn = (executions: readonly Execution[], envelopeId: string): string[] => {
  const { frame } = executions.findLast(({ name }) => name.split('-')[0] === envelopeId) ?? {};
  return frame ? leavesOf(frame) : [];
};

const leavesOf = ({ state, children = [], finished }: Frame): string[] => {
  if (finished) return [];
  return children.length > 0 ? children.flatMap(leavesOf) : [state];
};

function inStore<T>(stateDirectory: string, read: (store: Store) => T): T {
  const store = new Store(join(stateDirectory, 'state.db'));
  try {
    return read(store);
  } finally {
    store.close();
  }
}

const executionsIn = (stateDirectory: string) =>
  inStore(stateDirectory, (store) => store.list<Execution>('execution'));

/** States of a deployed definition in which an execution can wait: for a function, a person or an instant. */
export function statesToWaitIn(stateDirectory: string): string[] {
  const text = inStore(stateDirectory, (store) => {
    const [machine] = store.list<{ definition: string }>('state-machine');
    return store.get<string>('state-machine-definition', machine!.definition);
  });
  return waitingStates(JSON.parse(text!));
}

const waitingStates = ({ States }: Pick<Definition, 'States'>): string[] =>
  Object.entries(States).flatMap(([name, state]) => {
    if (state.Type === 'Map') return waitingStates(state.ItemProcessor);
    return state.Type === 'Task' || state.Type === 'Wait' ? [name] : [];
  });

import type { Json } from '../../infra/local/json.ts';
import { Lambda } from '../../infra/local/lambda/lambda.ts';

export interface Invocation {
  readonly function: string;
  readonly payload: Json;
  readonly answer: Json;
}

export interface RecordedFunctions {
  readonly invocations: Invocation[];
  /** Environment variables by function name. */
  readonly environments: Map<string, Readonly<Record<string, string>>>;
}

const nameOf = (reference: string): string => reference.split(':').at(-1) ?? reference;

/** Records input and output of every function of targets that are booted in this process from now on. */
export function recordFunctions(): RecordedFunctions {
  const recorded: RecordedFunctions = { invocations: [], environments: new Map() };
  const { define, invoke } = Lambda.prototype;
  Lambda.prototype.define = function (configuration) {
    recorded.environments.set(configuration.name, configuration.environment);
    define.call(this, configuration);
  };
  Lambda.prototype.invoke = async function (reference, payload, begins) {
    const answer = await invoke.call(this, reference, payload, begins);
    recorded.invocations.push({ function: nameOf(reference), payload, answer });
    return answer;
  };
  return recorded;
}

import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

/** Invokes a function and returns its response; throws the function's error. */
export async function invoke(functionName: string, payload: unknown): Promise<unknown> {
  const { FunctionError, Payload } = await lambda().send(
    new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(payload) }),
  );
  const answer: unknown = JSON.parse(Buffer.from(Payload ?? []).toString() || 'null');
  if (FunctionError === undefined) return answer;
  const { errorType, errorMessage } = (answer ?? {}) as Record<string, unknown>;
  throw new Error(`it failed with ${errorType ?? FunctionError}: ${errorMessage ?? 'see its log'}`);
}

/** Longer than the sweep's timeout of five minutes. */
const lambda = () =>
  new LambdaClient({ maxAttempts: 1, requestHandler: { requestTimeout: 6 * 60_000 } });

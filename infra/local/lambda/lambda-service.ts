import { AwsError, notImplemented } from '../aws/aws-error.ts';
import { type AwsReply, type AwsRequest, restService, type Service } from '../aws/wire.ts';
import type { Json } from '../json.ts';
import { FunctionError } from './function-error.ts';
import type { Invocations } from './invocations.ts';
import type { Lambda } from './lambda.ts';

const reply = (status: number, body: string, headers: Record<string, string> = {}): AwsReply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body,
});

function parsePayload({ body }: AwsRequest): Json {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString()) as Json;
  } catch {
    throw new AwsError('InvalidRequestContentException', 'Could not parse request body into json');
  }
}

async function invokeNow(lambda: Lambda, name: string, payload: Json): Promise<AwsReply> {
  const executed = { 'x-amz-executed-version': '$LATEST' };
  try {
    return reply(200, JSON.stringify(await lambda.invoke(name, payload)), executed);
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error;
    const body = JSON.stringify(error.payload);
    return reply(200, body, { ...executed, 'x-amz-function-error': 'Unhandled' });
  }
}

/** AWS Lambda's Invoke, synchronous (RequestResponse) and asynchronous (Event). */
export const lambdaService = (lambda: Lambda, invocations: Invocations): Service =>
  restService({
    'POST /2015-03-31/functions/{FunctionName}/invocations': async (request, labels) => {
      const type = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
      const name = labels.FunctionName ?? '';
      const payload = parsePayload(request);
      if (!lambda.has(name))
        throw new AwsError('ResourceNotFoundException', `Function not found: ${name}`, 404);
      if (type === 'RequestResponse') return invokeNow(lambda, name, payload);
      if (type !== 'Event') throw notImplemented(`the invocation type ${type}`);
      invocations.enqueue(name, payload);
      return reply(202, '');
    },
  });

import type { Json } from '../json.ts';
import type { FunctionErrorPayload } from './function-error.ts';

interface Failure {
  readonly requestId: string;
  readonly function: string;
  readonly payload: Json;
  readonly attempts: number;
  readonly condition: string;
  readonly failure: FunctionErrorPayload | undefined;
}

/** The invocation record that Lambda sends to a destination. `now` in ms. */
export const failureRecord = (now: number, failed: Failure): Json => ({
  version: '1.0',
  timestamp: new Date(now).toISOString(),
  requestContext: {
    requestId: failed.requestId,
    functionArn: failed.function,
    condition: failed.condition,
    approximateInvokeCount: failed.attempts + 1,
  },
  requestPayload: failed.payload,
  ...(failed.failure && {
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: failed.failure,
  }),
});

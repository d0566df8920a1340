import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Json } from '../json.ts';
import { shiftDate } from '../time/shifted-date.ts';
import type { FunctionErrorPayload } from './function-error.ts';

/** Worker data: the bundle, the export to call, the local clock's offset in ms. */
export type SandboxData = {
  readonly file: string;
  readonly handler: string;
  readonly offset: number;
  readonly arn: string;
};

/** To the worker. `deadline`: ms of the local clock. */
export type ToSandbox =
  | {
      readonly type: 'invoke';
      readonly requestId: string;
      readonly payload: Json;
      readonly deadline: number;
    }
  | { readonly type: 'offset'; readonly offset: number };

/** From the worker. `fatal`: the module failed to load, so the sandbox is discarded. */
export type FromSandbox =
  | {
      readonly type: 'result';
      readonly requestId: string;
      readonly payload: Json;
      readonly cpuMs: number;
    }
  | {
      readonly type: 'error';
      readonly requestId: string;
      readonly error: FunctionErrorPayload;
      readonly fatal: boolean;
    };

type Handler = (event: Json, context: object) => unknown;

const { file, handler, offset, arn } = workerData as SandboxData;
const setOffset = shiftDate(offset);

const name = process.env.AWS_LAMBDA_FUNCTION_NAME ?? '';
const loading = import(pathToFileURL(file).href) as Promise<Record<string, Handler | undefined>>;
loading.catch(() => {});

const contextOf = (requestId: string, deadline: number) => ({
  awsRequestId: requestId,
  callbackWaitsForEmptyEventLoop: true,
  functionName: name,
  functionVersion: '$LATEST',
  invokedFunctionArn: arn,
  memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE ?? '',
  logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME ?? '',
  logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME ?? '',
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
});

const toError = (thrown: unknown): FunctionErrorPayload =>
  thrown instanceof Error
    ? {
        errorType: thrown.name,
        errorMessage: thrown.message,
        trace: (thrown.stack ?? '').split('\n'),
      }
    : { errorType: 'Error', errorMessage: String(thrown) };

/** Lambda answers null if the handler returned undefined. */
const toJson = (value: unknown) => JSON.parse(JSON.stringify(value) ?? 'null') as Json;

async function load(): Promise<Handler> {
  const loaded = (await loading)[handler];
  if (loaded) return loaded;
  throw Object.assign(new Error(`${handler} is undefined or not exported`), {
    name: 'Runtime.HandlerNotFound',
  });
}

async function invoke({ requestId, payload, deadline }: ToSandbox & { type: 'invoke' }) {
  let loaded = false;
  try {
    const handle = await load();
    loaded = true;
    const used = process.threadCpuUsage();
    const result = toJson(await handle(payload, contextOf(requestId, deadline)));
    const { user, system } = process.threadCpuUsage(used);
    post({ type: 'result', requestId, payload: result, cpuMs: (user + system) / 1_000 });
  } catch (thrown) {
    console.error(thrown);
    post({ type: 'error', requestId, error: toError(thrown), fatal: !loaded });
  }
}

const post = (message: FromSandbox) => parentPort?.postMessage(message);

parentPort?.on('message', (message: ToSandbox) => {
  if (message.type === 'offset') setOffset(message.offset);
  else void invoke(message);
});

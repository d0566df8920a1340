import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Credentials } from './aws/credentials.ts';
import type { Access } from './iam/access.ts';
import { type LocalTarget, startTarget, type TargetOptions } from './local-target.ts';
import { type Guide, plainGuide } from './page/guide.ts';
import type { LocalUrls } from './page/local-urls.ts';

/**
 * `port`: of the HTTP API, the others are numbered from it; 0 takes free ones. `stateDirectory`: all durable
 * state. `cdkOut`: the synthesised cloud assembly.
 */
export type BootOptions = {
  readonly port: number;
  readonly stateDirectory: string;
  readonly cdkOut: string;
  /** Show the functions' logs on the terminal. */
  readonly verbose?: boolean;
  /** Content that the application adds to the local page. */
  readonly guide?: Guide;
  /** Called with one line per step of the boot. */
  readonly tell?: (line: string) => void;
};

export type Local = {
  readonly urls: LocalUrls;
  /** Outputs of the stacks: stack name → output name → value. */
  readonly outputs: Map<string, Map<string, unknown>>;
  /** The IAM policies in force, and the calls they denied. */
  readonly access: Access;
  /** Access key with which a function signs its calls. */
  readonly credentialsOf: (functionName: string) => Credentials;
  readonly close: () => Promise<void>;
};

const stateParts = [
  ...['state.db', 'identity.db'].flatMap((file) => [file, `${file}-wal`, `${file}-shm`]),
  ...['dynamodb', 's3', 'logs'],
];

/**
 * Runs the synthesised template on this machine until `close`. Resumes what a killed process left:
 * executions, timers, waiting task tokens, queued events, stream records, mails and keys.
 */
export async function bootLocal(options: BootOptions): Promise<Local> {
  const target: TargetOptions = {
    verbose: false,
    guide: plainGuide,
    tell: () => {},
    ...options,
    reset,
  };
  let running: LocalTarget = await startTarget(target);
  async function reset(): Promise<void> {
    const { ports } = running;
    await running.close();
    for (const part of stateParts)
      await rm(join(target.stateDirectory, part), { recursive: true, force: true });
    running = await startTarget({ ...target, ports });
  }
  return {
    urls: running.urls,
    outputs: running.outputs,
    access: running.access,
    credentialsOf: running.credentialsOf,
    close: () => running.close(),
  };
}

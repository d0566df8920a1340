import type { SigilloEvent } from '../contract/events.ts';

export interface Workflow {
  /** Starts the envelope's execution of that number (the first is 1). Idempotent. */
  start(envelopeId: string, execution?: number): Promise<void>;
  /** Ends a party's wait; false if the token was already used or timed out. */
  resume(taskToken: string, outcome: 'signed' | 'again' | 'ended'): Promise<boolean>;
  status(envelopeId: string, execution?: number): Promise<'running' | 'ended' | 'failed' | 'none'>;
}

/** A dead-letter queue, inspected and redriven by an operator. */
export interface Letters {
  post(letter: string): Promise<void>;
}

export interface EventBus {
  publish(events: readonly SigilloEvent[]): Promise<void>;
}

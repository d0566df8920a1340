import type { SigilloEvent } from '../contract/events.ts';

export interface Workflow {
  /** Starts the envelope's execution of that number (1 is the first); a second start changes nothing. */
  start(envelopeId: string, execution?: number): Promise<void>;
  /** Ends a party's wait; false if the token was settled, or timed out, before. */
  resume(taskToken: string, outcome: 'signed' | 'again' | 'ended'): Promise<boolean>;
  status(envelopeId: string, execution?: number): Promise<'running' | 'ended' | 'failed' | 'none'>;
}

/** A queue for what could not be carried: a person sees it, and may have it tried again. */
export interface Letters {
  post(letter: string): Promise<void>;
}

export interface EventBus {
  publish(events: readonly SigilloEvent[]): Promise<void>;
}

import type { Caller } from './policies.ts';
import type { AccessRequest } from './policy.ts';

export interface Denial {
  readonly caller: string;
  readonly action: string;
  readonly resource: string;
}

export interface Hidden {
  readonly caller: string;
  readonly resource: string;
}

interface Asked {
  readonly caller: Caller;
  readonly ask: AccessRequest;
}

/** Far more than one test produces. */
const MAX_DENIALS = 1000;

/** Denied calls, and absent objects reported as denied; repetitions are printed once. */
export class Journal {
  readonly denials: Denial[] = [];
  readonly hidden: Hidden[] = [];
  readonly #said = new Set<string>();
  readonly #listeners: ((denial: Denial) => void)[] = [];
  /** Called with every authorization request, so that recorded calls can be evaluated again. */
  onAsk: ((asked: Asked) => void) | undefined;

  /** Calls `listener` with each denial. */
  onDenial(listener: (denial: Denial) => void): void {
    this.#listeners.push(listener);
  }

  asked(asked: Asked): void {
    this.onAsk?.(asked);
  }

  denied(denial: Denial): void {
    if (this.denials.length < MAX_DENIALS) this.denials.push(denial);
    this.#say(`IAM denied: ${denial.caller}: ${denial.action} on ${denial.resource}`);
    for (const listener of this.#listeners) listener(denial);
  }

  hid(hidden: Hidden): void {
    if (this.hidden.length < MAX_DENIALS) this.hidden.push(hidden);
    const { caller, resource } = hidden;
    this.#say(`IAM: ${resource} is absent, told as 403: ${caller} may not list the bucket`);
  }

  #say(line: string): void {
    if (this.#said.has(line)) return;
    if (this.#said.size < MAX_DENIALS) this.#said.add(line);
    console.error(line);
  }
}

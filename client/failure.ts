import type { Problem } from './api-types.ts';

type Facts = Partial<Pick<Problem, 'title' | 'requestId' | 'facts' | 'issues'>> & {
  readonly code?: string;
};

/** The server refused a request: its sentence as message, and its stable code. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly code: string;
  readonly facts: NonNullable<Problem['facts']>;
  readonly issues: NonNullable<Problem['issues']>;

  constructor(status: number, { title, code, facts, issues }: Facts) {
    super(title ?? `The server answered ${status}.`);
    this.status = status;
    this.code = code ?? `http_${status}`;
    this.facts = facts ?? {};
    this.issues = issues ?? [];
  }
}

/** No answer, or a fault of the server (status 500 and above): the same request may succeed later. */
export class Unreached extends Error {
  override readonly name = 'Unreached';
}

/** Nobody is signed in, and there is no token. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn';
}

/** A Refused, or an Unreached for status 500 and above. `body`: a problem (RFC 9457), or anything else. */
export function failureOf(status: number, body: unknown): Refused | Unreached {
  const facts = (typeof body === 'object' && body !== null ? body : {}) as Facts;
  if (status < 500) return new Refused(status, facts);
  const request = facts.requestId ? ` (request ${facts.requestId})` : '';
  return new Unreached(`${facts.title ?? `The server answered ${status}.`}${request}`);
}

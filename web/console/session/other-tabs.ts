import type { Tokens } from './tokens.ts';

type Message =
  | { readonly kind: 'ask'; readonly of: string | undefined }
  | { readonly kind: 'tokens'; readonly tokens: Tokens }
  | { readonly kind: 'signed-out' };

/** Tabs of one browser answer at once; one that sleeps is not waited for. */
const ANSWER_MS = 300;

interface Listener {
  /** What this tab holds, if it is good now. */
  readonly held: () => Tokens | undefined;
  readonly onTokens: (tokens: Tokens) => void;
  readonly onSignedOut: () => void;
}

/**
 * What tabs of the console tell each other of a sign-in, from memory to memory: only pages of this origin
 * hear it, and nothing is stored for those that come later.
 */
export class OtherTabs {
  readonly #channel = new BroadcastChannel('sigillo.session');
  readonly #waiting = new Set<(tokens: Tokens) => void>();

  constructor({ held, onTokens, onSignedOut }: Listener) {
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'signed-out') return onSignedOut();
      if (data.kind === 'tokens') {
        if (this.#waiting.size === 0) return onTokens(data.tokens);
        for (const answer of this.#waiting) answer(data.tokens);
        return;
      }
      const tokens = held();
      if (tokens && (data.of === undefined || data.of === subjectOf(tokens))) this.tell(tokens);
    };
  }

  tell(tokens: Tokens): void {
    this.#post({ kind: 'tokens', tokens });
  }

  tellSignedOut(): void {
    this.#post({ kind: 'signed-out' });
  }

  /** The sign-in that another tab has: anybody's, or that of the same person. */
  ask(of?: Tokens): Promise<Tokens | undefined> {
    const subject = of && subjectOf(of);
    return new Promise((resolve) => {
      const end = (tokens: Tokens | undefined) => {
        clearTimeout(timer);
        this.#waiting.delete(hear);
        resolve(tokens);
      };
      function hear(tokens: Tokens) {
        if (subject === undefined || subject === subjectOf(tokens)) end(tokens);
      }
      const timer = setTimeout(() => end(undefined), ANSWER_MS);
      this.#waiting.add(hear);
      this.#post({ kind: 'ask', of: subject });
    });
  }

  close(): void {
    this.#channel.close();
  }

  #post(message: Message): void {
    this.#channel.postMessage(message);
  }
}

export const isSamePerson = (one: Tokens, other: Tokens): boolean =>
  subjectOf(one) === subjectOf(other);

/** Issuer and subject of an ID token, which was verified when it was issued. */
function subjectOf({ idToken }: Tokens): string {
  const payload = idToken.split('.')[1] ?? '';
  const json = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
  const { iss, sub } = JSON.parse(json) as { iss: string; sub: string };
  return `${iss} ${sub}`;
}

import type { Tokens } from './tokens.ts';

type Message =
  | { readonly kind: 'ask'; readonly of: string | undefined }
  | { readonly kind: 'tokens'; readonly tokens: Tokens }
  | { readonly kind: 'signed-out' };

/** How long to wait for other tabs, ms. Active tabs answer at once; sleeping ones are not waited for. */
const ANSWER_MS = 300;

interface Listener {
  /** This tab's tokens, if they are valid. */
  readonly held: () => Tokens | undefined;
  readonly onTokens: (tokens: Tokens) => void;
  readonly onSignedOut: () => void;
}

/**
 * Shares a sign-in between the console's tabs through a BroadcastChannel: only pages of this origin receive
 * it, and nothing is stored.
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

  /** Tokens of another tab: of any user, or of the same one. */
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

/** Issuer and subject of an ID token, whose signature was verified when it was received. */
function subjectOf({ idToken }: Tokens): string {
  const payload = idToken.split('.')[1] ?? '';
  const json = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
  const { iss, sub } = JSON.parse(json) as { iss: string; sub: string };
  return `${iss} ${sub}`;
}

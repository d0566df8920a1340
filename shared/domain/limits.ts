/** How often an act may be repeated; `pause` in seconds after the last. */
export interface Pace {
  readonly pause?: number;
  readonly perHour?: number;
  readonly perDay: number;
}

/**
 * Every act that writes to the ledger or sends a message, and its limit. Ordinary work meets none of
 * them; they bound what a broken program, an impatient finger or somebody's malice costs in messages
 * and entries. What anyone does once (send, sign, decline, void, report) needs none.
 */
export const LIMITS = {
  /** Of one party; five in all until the sender invites it anew (DESIGN: the ceremony). */
  code: { pause: 60, perHour: 3, perRound: 5 },
  /** Of one party. A double click or a lost answer is not a second reminder. */
  remind: { pause: 60, perDay: 6 },
  /** Of one party; each unlocks five more codes. */
  resend: { pause: 60, perDay: 6 },
  /** Of one party: a typing error is mended at once, and once more. */
  correct: { pause: 5, perDay: 10 },
  /** Of one party: the terms in one language after another. */
  consent: { perHour: 10, perDay: 20 },
  /** New sessions of one party. Scanners of mail open a link several times, each without a cookie. */
  open: { perHour: 60, perDay: 300 },
  /** Pictures of one party. */
  picture: { perHour: 60, perDay: 200 },
  /** Entries of one draft: the console saves it, fields and values, when one pauses for 8 seconds. */
  edit: { perHour: 900, perDay: 3_000 },
} as const;

/** How often an act may be repeated; `pause` in seconds after the last. */
export interface Pace {
  readonly pause?: number;
  readonly perHour?: number;
  readonly perDay: number;
}

/** What a day allows, in all; a company may set them in its config. */
export interface DailyLimits {
  /** Text messages of the whole company that somebody asked for: they cost money. */
  readonly textMessages: number;
  /** So many of them are for codes alone: whoever has been asked to sign can. */
  readonly codeReserve: number;
  readonly textMessagesOfSender: number;
  /** Requests that one employee makes, and as many that one sends. */
  readonly envelopesOfSender: number;
  readonly uploadsOfSender: number;
}

/**
 * An office of ten in which everyone sends fifty requests by text message, and whose clients ask for two
 * codes each, stays below them.
 */
export const DAILY_LIMITS: DailyLimits = {
  textMessages: 3_000,
  codeReserve: 1_000,
  textMessagesOfSender: 200,
  envelopesOfSender: 500,
  uploadsOfSender: 1_000,
};

/**
 * Every act that writes to the ledger or sends a message, and its limit. Ordinary work meets none of
 * them; they bound what a broken program, an impatient finger or somebody's malice costs in messages
 * and entries. What anyone does once (sign, decline, void, report) needs none. Those of a party or a draft are
 * decided on the ledger (acts.ts), `open`, `picture`, `copy` and DAILY_LIMITS on counters (shared/limits).
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
  /** Answers of one party to the question where its copy goes. */
  copy: { perHour: 10, perDay: 20 },
  /** Copies promised to one address, by whoever: an office may collect them, a stranger is not flooded. */
  copyTo: { perDay: 50 },
  /** Entries of one draft: the console writes two when a step is left, an integration as it likes. */
  edit: { perHour: 300, perDay: 1_000 },
  /** Of one envelope from one employee to another. */
  handOver: { perDay: 20 },
} as const;

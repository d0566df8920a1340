/** Rate limit of an act. `pause`: least seconds since the previous one. */
export interface RateLimit {
  readonly pause?: number;
  readonly perHour?: number;
  readonly perDay: number;
}

/** Limits of one UTC day; a company may change them in its configuration. */
export interface DailyLimits {
  /** Text messages of the whole company that a user's action caused; each costs money. */
  readonly textMessages: number;
  /** Part of `textMessages` that only codes may use, so that invitations cannot use up what signing needs. */
  readonly codeReserve: number;
  readonly textMessagesOfSender: number;
  /** Envelopes that one employee may create, and, counted apart, send. */
  readonly envelopesOfSender: number;
  readonly uploadsOfSender: number;
  /** Templates that one employee, and the whole company, makes or changes. */
  readonly templatesOfSender: number;
  readonly templates: number;
  /** Rows of the batches of one employee; they do not count among `envelopesOfSender`. */
  readonly batchRowsOfSender: number;
  /** Contacts that one employee adds and changes; those kept at a sending do not count. */
  readonly contactsOfSender: number;
}

/**
 * Enough for an office of ten in which everyone sends fifty envelopes a day by text message and each client
 * asks for two codes.
 */
export const DAILY_LIMITS: DailyLimits = {
  textMessages: 3_000,
  codeReserve: 1_000,
  textMessagesOfSender: 200,
  envelopesOfSender: 500,
  uploadsOfSender: 1_000,
  templatesOfSender: 300,
  templates: 1_500,
  batchRowsOfSender: 2_000,
  contactsOfSender: 5_000,
};

/**
 * Limits of the acts that write to the ledger or send a message. Normal use stays far below; they bound what
 * a faulty program or an attacker can cost in messages and entries. Acts that succeed only once (sign,
 * decline, void, report) need none. `open`, `picture`, `copy`, `copyTo`, `webhook` and DAILY_LIMITS are counted in
 * shared/limits, the others on the ledger (acts.ts).
 */
export const LIMITS = {
  /** Per party; `perRound` codes until the sender invites it again (DESIGN: the ceremony). */
  code: { pause: 60, perHour: 3, perRound: 5 },
  /** Per party. The pause absorbs a double click and a retry after a lost answer. */
  remind: { pause: 60, perDay: 6 },
  /** Per party; each resend allows five more codes. */
  resend: { pause: 60, perDay: 6 },
  /** Per party. A short pause, since a wrong correction is itself corrected at once. */
  correct: { pause: 5, perDay: 10 },
  /** Per party. Changing the language of the terms records consent again. */
  consent: { perHour: 10, perDay: 20 },
  /** New sessions per party. Mail scanners open a link several times, each time without a cookie. */
  open: { perHour: 60, perDay: 300 },
  /** Uploaded pictures per party. */
  picture: { perHour: 60, perDay: 200 },
  /** Per party: answers to where its copy of the signed document goes. */
  copy: { perHour: 10, perDay: 20 },
  /**
   * Per recipient address, over all envelopes: an office may receive many copies, a stranger is not flooded.
   */
  copyTo: { perDay: 50 },
  /** Entries per draft. The console writes two when a step is completed; an API client may write more. */
  edit: { perHour: 300, perDay: 1_000 },
  /** Per envelope: changes of its owner. */
  handOver: { perDay: 20 },
  /** Per employee: webhooks registered, changed, tested, and deliveries sent again. */
  webhook: { perDay: 300 },
  /** Versions of one template: its item in the table has a line for each. */
  templateVersions: 300,
} as const;

/** Each ledger entry as a sentence, for the console and the audit page. */
export interface TimelinePhrases {
  readonly created: (name: string) => string;
  readonly edited: string;
  readonly accepted: (file: string) => string;
  readonly refused: (file: string) => string;
  readonly placed: (number: number) => string;
  readonly filled: string;
  readonly discarded: string;
  readonly sent: (deadline: string) => string;
  readonly prepared: string;
  readonly invited: (name: string) => string;
  readonly reminderSent: (name: string) => string;
  readonly opened: (name: string) => string;
  readonly shown: {
    readonly drawn: (name: string) => string;
    readonly pdf: (name: string) => string;
  };
  readonly consented: (name: string) => string;
  readonly codeSent: (name: string, channel: string) => string;
  readonly codeWrong: (name: string, left: number) => string;
  readonly codeRight: (name: string) => string;
  readonly signed: (name: string) => string;
  readonly appended: (name: string) => string;
  readonly declined: (name: string, reason: string) => string;
  readonly notMine: (name: string) => string;
  readonly lockedOut: (name: string) => string;
  readonly codeToDeclineSent: (name: string, channel: string) => string;
  readonly codeToDeclineRight: (name: string) => string;
  readonly voided: (reason: string) => string;
  readonly reminded: (name: string) => string;
  readonly resent: (name: string) => string;
  readonly corrected: (name: string, channel: string) => string;
  readonly handedOver: (name: string) => string;
  readonly expired: string;
  readonly failed: string;
  readonly completed: string;
  readonly delivered: (name: string) => string;
  readonly copied: (name: string, address: string) => string;
  /** The request has ended without a signed document. */
  readonly told: (name: string) => string;
  readonly deliveryDelayed: (name: string) => string;
  readonly markedAsSpam: (name: string) => string;
  readonly deliveryFailed: (name: string) => string;
  readonly notSentYet: (name: string) => string;
  readonly stalled: string;
  readonly restarted: string;
  readonly purged: string;
  readonly erased: string;
}

/** Texts of the steps after the terms: in the chunk of those steps, so that the first page loads faster. */
export interface LaterTexts {
  readonly code: {
    readonly title: string;
    readonly sentTo: (channel: string) => string;
    readonly label: string;
    readonly hint: string;
    readonly timeLeft: (clock: string) => string;
    readonly minutesLeft: (minutes: number) => string;
    readonly late: string;
    readonly confirm: string;
    readonly again: string;
    readonly againIn: (seconds: number) => string;
    readonly againInMinutes: (minutes: number) => string;
    readonly empty: string;
    /** After *send a new code*. */
    readonly sentAgain: (channel: string) => string;
    readonly tellSender: string;
    readonly senderTold: (sender: string) => string;
    /** Shown instead of the report to the sender, if this party is the sender. */
    readonly inviteYourself: string;
  };
  /** About the confirmation's validity: shortly before its end, and after it. */
  readonly confirmation: {
    readonly ending: (time: string) => string;
    readonly ended: string;
    readonly again: string;
    readonly later: string;
  };
  /** For a party reached by text message. */
  readonly copy: {
    readonly title: string;
    readonly lead: (channel: string) => string;
    readonly label: string;
    readonly hint: string;
    readonly wrong: string;
    readonly none: string;
  };
  readonly fill: {
    readonly title: string;
    readonly lead: string;
    readonly missing: (label: string) => string;
    readonly dateUnfinished: (label: string) => string;
    readonly dateOutside: (label: string, earliest: string, latest: string) => string;
    readonly saved: string;
    readonly choose: string;
  };
  readonly mark: {
    readonly title: string;
    readonly ways: string;
    readonly typed: string;
    readonly drawn: string;
    readonly image: string;
    readonly name: string;
    readonly hands: string;
    readonly hand: (number: number) => string;
    readonly pad: string;
    readonly padHint: string;
    /** Omitted on touch-only devices. */
    readonly padKeys: string;
    readonly undo: string;
    readonly clear: string;
    readonly file: string;
    readonly camera: string;
    readonly fileHint: string;
    readonly rotate: string;
    readonly removeBackground: string;
    readonly crop: string;
    readonly cropSides: {
      readonly top: string;
      readonly right: string;
      readonly bottom: string;
      readonly left: string;
    };
    readonly preview: string;
    readonly empty: string;
    readonly notImage: string;
    readonly tooLarge: string;
    readonly tooSmall: string;
    readonly blank: string;
    readonly canvasAltered: string;
    readonly cameraFailed: string;
    readonly shoot: string;
    readonly anew: string;
    readonly remove: string;
  };
  readonly stamp: {
    readonly title: string;
    readonly required: string;
    readonly optional: string;
    readonly hint: string;
    readonly missing: string;
    /** Continues without the optional stamp. */
    readonly without: string;
  };
  readonly review: {
    readonly title: string;
    readonly lead: string;
    readonly document: (title: string, pages: string) => string;
    readonly pages: (count: number) => string;
    readonly signature: string;
    readonly initials: string;
    readonly stamp: string;
    readonly stampLeftOut: string;
    readonly copy: string;
    readonly copyNone: string;
    readonly fields: string;
    /** Placeholder for date and time in a signature's caption, in the document's language. */
    readonly signingTime: string;
    /** Scrolls to a mark that has not been in view yet. */
    readonly see: (label: string, page: number) => string;
    readonly toSee: (count: number) => string;
    /** Shown instead of the document if it cannot be displayed. */
    readonly inWords: string;
    /** What signing means legally. For review by the company's lawyer. */
    readonly binding: (title: string, pages: string) => string;
    readonly where: (pages: string) => string;
    readonly change: string;
    readonly yes: string;
    readonly no: string;
    readonly signNow: string;
    readonly sealing: string;
    readonly sealingLong: string;
  };
  readonly declineStep: {
    readonly title: string;
    readonly lead: (title: string) => string;
    readonly send: string;
  };
}

import type { SigningStep } from '../signing-steps.ts';

/** Everything the signing page says; each language must have all of it. */
export interface Texts {
  readonly skip: string;
  readonly language: string;
  readonly loading: string;
  readonly asks: (sender: string, company: string) => string;
  /** To the sender, who is this party. */
  readonly ownRequest: (company: string) => string;
  readonly toSign: (title: string) => string;
  readonly until: (day: string) => string;
  readonly youAre: (name: string) => string;
  readonly messageFrom: (sender: string) => string;
  readonly ownMessage: string;
  readonly others: string;
  readonly signedOn: (day: string) => string;
  readonly notYet: string;
  /** For a party that can no longer sign because the request has ended. */
  readonly notSigned: string;
  readonly viewer: {
    readonly openAsPdf: string;
    readonly document: string;
    readonly page: (number: number, count: number) => string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly loading: string;
    readonly undrawn: { readonly partly: string; readonly not: string };
    readonly failed: string;
  };
  /** Why one cannot go on to sign: `pages`, a list of numbers, were not drawn whole, or nothing was. */
  readonly seen: { readonly pages: (pages: string) => string; readonly document: string };
  readonly sign: string;
  readonly decline: string;
  readonly next: string;
  readonly back: string;
  readonly tryAgain: string;
  readonly optional: string;
  readonly offline: string;
  readonly fault: string;
  readonly errorsTitle: string;
  readonly nextSteps: string;
  /** Shown before the code step: whether the stamp is required or optional. */
  readonly stampAsked: { readonly required: string; readonly optional: string };
  readonly steps: Record<SigningStep, string>;
  readonly contacts: {
    readonly sentBy: (sender: string, company: string) => string;
    readonly telephone: string;
    readonly privacy: string;
  };
  readonly terms: {
    readonly title: string;
    readonly agree: string;
    readonly version: (version: string) => string;
  };
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
    /** In the place of telling the sender, for who is the sender. */
    readonly inviteYourself: string;
  };
  /** Of the minutes for which a right code stands: shortly before their end, and after it. */
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
    readonly nextField: string;
    readonly missing: (label: string) => string;
    readonly dateUnfinished: (label: string) => string;
    readonly dateOutside: (label: string, earliest: string, latest: string) => string;
    readonly saved: string;
    readonly choose: string;
    readonly onPage: (label: string, page: number) => string;
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
    /** Goes on where the stamp may be left out and is. */
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
    /** In a signature's caption, where the day and hour will stand; in the document's language. */
    readonly signingTime: string;
    /** Leads to a mark that has not been in view yet. */
    readonly see: (label: string, page: number) => string;
    readonly toSee: (count: number) => string;
    /** In place of the document, where it cannot be shown here. */
    readonly inWords: string;
    /** What signing does. For review by the company's lawyer. */
    readonly binding: (title: string, pages: string) => string;
    readonly where: (pages: string) => string;
    readonly change: string;
    readonly yes: string;
    readonly no: string;
    readonly signNow: string;
    readonly sealing: string;
    readonly sealingLong: string;
  };
  readonly done: {
    readonly title: string;
    readonly waitingTitle: string;
    readonly sealing: string;
    readonly see: string;
    readonly lead: string;
    readonly waiting: string;
    /** Of the document that one has signed, while others still sign. */
    readonly reread: string;
    readonly withMine: string;
    readonly withoutMine: string;
    readonly download: string;
    readonly availableUntil: (day: string) => string;
    readonly verify: string;
  };
  readonly declineDialog: {
    readonly title: string;
    readonly lead: string;
    /** That a code comes next. */
    readonly code: (channel: string) => string;
    readonly reason: string;
    readonly cancel: string;
    readonly empty: string;
  };
  readonly declineStep: {
    readonly title: string;
    readonly lead: (title: string) => string;
    readonly send: string;
  };
  readonly notForMe: {
    readonly open: string;
    readonly title: string;
    readonly lead: (sender: string) => string;
    readonly send: string;
    readonly told: (sender: string) => string;
  };
  readonly ended: {
    /** Of one that stopped, as one had it in view. */
    readonly see: string;
    readonly waiting: { readonly title: string; readonly lead: (names: string) => string };
    /** Without a name where the ledger of an older release tells none. */
    readonly declined: {
      readonly title: string;
      readonly lead: (name: string | undefined) => string;
    };
    readonly declinedByMe: { readonly title: string; readonly lead: string };
    readonly voided: { readonly title: string; readonly lead: string };
    readonly expired: { readonly title: string; readonly lead: string };
    readonly failed: { readonly title: string; readonly lead: string };
    readonly linkInvalid: { readonly title: string; readonly lead: string };
    /** Of a link whose token was left out on its way, or cut. */
    readonly lost: { readonly title: string; readonly lead: string };
    readonly cut: { readonly title: string; readonly lead: string };
    readonly cookies: { readonly title: string; readonly lead: string };
    readonly removed: { readonly title: string; readonly lead: (day: string) => string };
    readonly session: { readonly title: string; readonly lead: string };
    readonly notOpened: { readonly title: string };
  };
}

import type { SigningStep } from '../signing-steps.ts';

/** What the signing page says until the terms, and at the end; later-texts.ts has the rest. */
export interface Texts {
  readonly skip: string;
  readonly language: string;
  readonly loading: string;
  readonly asks: (sender: string, company: string) => string;
  /** Addressed to the sender, who is this party. */
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
  /** Of the places on the document that are mine. */
  readonly fields: {
    readonly next: string;
    readonly onPage: (label: string, page: number) => string;
  };
  /** Why signing cannot continue: `pages` (numbers) were not drawn completely, or the document was not. */
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
  readonly done: {
    readonly title: string;
    readonly waitingTitle: string;
    readonly sealing: string;
    readonly see: string;
    readonly lead: string;
    readonly waiting: string;
    /** About the signed document, while others still sign. */
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
    /** Announces that a code follows. */
    readonly code: (channel: string) => string;
    readonly reason: string;
    readonly cancel: string;
    readonly empty: string;
  };
  readonly notForMe: {
    readonly open: string;
    readonly title: string;
    readonly lead: (sender: string) => string;
    readonly send: string;
    readonly told: (sender: string) => string;
  };
  readonly ended: {
    /** About the document of a request that has ended, as it was displayed. */
    readonly see: string;
    readonly waiting: { readonly title: string; readonly lead: (names: string) => string };
    /** Without a name, because ledgers of older releases contain none. */
    readonly declined: {
      readonly title: string;
      readonly lead: (name: string | undefined) => string;
    };
    readonly declinedByMe: { readonly title: string; readonly lead: string };
    readonly voided: { readonly title: string; readonly lead: string };
    readonly expired: { readonly title: string; readonly lead: string };
    readonly failed: { readonly title: string; readonly lead: string };
    readonly linkInvalid: { readonly title: string; readonly lead: string };
    /** For a link whose token is missing or incomplete. */
    readonly lost: { readonly title: string; readonly lead: string };
    readonly cut: { readonly title: string; readonly lead: string };
    readonly cookies: { readonly title: string; readonly lead: string };
    readonly removed: { readonly title: string; readonly lead: (day: string) => string };
    readonly session: { readonly title: string; readonly lead: string };
    readonly notOpened: { readonly title: string };
  };
}

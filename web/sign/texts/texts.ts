import type { SigningStep } from '../signing-steps.ts';

/** Everything the signing page says; each language must have all of it. */
export interface Texts {
  skip: string;
  language: string;
  loading: string;
  asks: (sender: string, company: string) => string;
  /** To the sender, who is this party. */
  ownRequest: (company: string) => string;
  toSign: (title: string) => string;
  until: (day: string) => string;
  youAre: (name: string) => string;
  messageFrom: (sender: string) => string;
  ownMessage: string;
  others: string;
  signedOn: (day: string) => string;
  notYet: string;
  /** Of whoever cannot sign any more, because the request has ended. */
  notSigned: string;
  viewer: {
    openAsPdf: string;
    document: string;
    page: (number: number, count: number) => string;
    zoomIn: string;
    zoomOut: string;
    loading: string;
    undrawn: { partly: string; not: string };
    failed: string;
  };
  /** Why one cannot go on to sign: `pages`, a list of numbers, were not drawn whole, or nothing was. */
  seen: { pages: (pages: string) => string; document: string };
  sign: string;
  decline: string;
  next: string;
  back: string;
  tryAgain: string;
  optional: string;
  offline: string;
  fault: string;
  errorsTitle: string;
  nextSteps: string;
  /** Said before the code: the stamp must be put, or may be. */
  stampAsked: { required: string; optional: string };
  steps: Record<SigningStep, string>;
  contacts: {
    sentBy: (sender: string, company: string) => string;
    telephone: string;
    privacy: string;
  };
  terms: { title: string; agree: string; version: (version: string) => string };
  code: {
    title: string;
    sentTo: (channel: string) => string;
    label: string;
    hint: string;
    timeLeft: (clock: string) => string;
    minutesLeft: (minutes: number) => string;
    late: string;
    confirm: string;
    again: string;
    againIn: (seconds: number) => string;
    againInMinutes: (minutes: number) => string;
    empty: string;
    /** After *send a new code*. */
    sentAgain: (channel: string) => string;
    tellSender: string;
    senderTold: (sender: string) => string;
    /** In the place of telling the sender, for who is the sender. */
    inviteYourself: string;
  };
  /** Of the minutes for which a right code stands: shortly before their end, and after it. */
  confirmation: {
    ending: (time: string) => string;
    ended: string;
    again: string;
    later: string;
  };
  /** Asked of whoever is reached by text message. */
  copy: {
    title: string;
    lead: (channel: string) => string;
    label: string;
    hint: string;
    wrong: string;
    none: string;
  };
  fill: {
    title: string;
    lead: string;
    nextField: string;
    missing: (label: string) => string;
    dateUnfinished: (label: string) => string;
    dateOutside: (label: string, earliest: string, latest: string) => string;
    saved: string;
    choose: string;
    onPage: (label: string, page: number) => string;
  };
  mark: {
    title: string;
    ways: string;
    typed: string;
    drawn: string;
    image: string;
    name: string;
    hands: string;
    hand: (number: number) => string;
    pad: string;
    padHint: string;
    /** Not said where there are but fingers. */
    padKeys: string;
    undo: string;
    clear: string;
    file: string;
    camera: string;
    fileHint: string;
    rotate: string;
    removeBackground: string;
    crop: string;
    cropSides: { top: string; right: string; bottom: string; left: string };
    preview: string;
    empty: string;
    notImage: string;
    tooLarge: string;
    tooSmall: string;
    blank: string;
    canvasAltered: string;
    cameraFailed: string;
    shoot: string;
    anew: string;
    remove: string;
  };
  stamp: {
    title: string;
    required: string;
    optional: string;
    hint: string;
    missing: string;
    /** Goes on where the stamp may be left out and is. */
    without: string;
  };
  review: {
    title: string;
    lead: string;
    document: (title: string, pages: string) => string;
    pages: (count: number) => string;
    signature: string;
    initials: string;
    stamp: string;
    stampLeftOut: string;
    copy: string;
    copyNone: string;
    fields: string;
    /** In a signature's caption, where the day and hour will stand; in the document's language. */
    signingTime: string;
    /** Leads to a mark that has not been in view yet. */
    see: (label: string, page: number) => string;
    toSee: (count: number) => string;
    /** In place of the document, where it cannot be shown here. */
    inWords: string;
    /** What signing does. For review by the company's lawyer. */
    binding: (title: string, pages: string) => string;
    where: (pages: string) => string;
    change: string;
    yes: string;
    no: string;
    signNow: string;
    sealing: string;
    sealingLong: string;
  };
  done: {
    title: string;
    waitingTitle: string;
    sealing: string;
    see: string;
    lead: string;
    waiting: string;
    /** Of the document that one has signed, while others still sign. */
    reread: string;
    withMine: string;
    withoutMine: string;
    download: string;
    availableUntil: (day: string) => string;
    verify: string;
  };
  declineDialog: {
    title: string;
    lead: string;
    /** That a code comes next. */
    code: (channel: string) => string;
    reason: string;
    cancel: string;
    empty: string;
  };
  declineStep: { title: string; lead: (title: string) => string; send: string };
  notForMe: {
    open: string;
    title: string;
    lead: (sender: string) => string;
    send: string;
    told: (sender: string) => string;
  };
  ended: {
    /** Of one that stopped, as one had it in view. */
    see: string;
    waiting: { title: string; lead: (names: string) => string };
    /** Without a name where the ledger of an older release tells none. */
    declined: { title: string; lead: (name: string | undefined) => string };
    declinedByMe: { title: string; lead: string };
    voided: { title: string; lead: string };
    expired: { title: string; lead: string };
    failed: { title: string; lead: string };
    linkInvalid: { title: string; lead: string };
    /** Of a link whose token was left out on its way, or cut. */
    lost: { title: string; lead: string };
    cut: { title: string; lead: string };
    cookies: { title: string; lead: string };
    removed: { title: string; lead: (day: string) => string };
    session: { title: string; lead: string };
    notOpened: { title: string };
  };
}

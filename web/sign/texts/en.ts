import type { Texts } from './texts.ts';

export const en: Texts = {
  skip: 'Skip to content',
  language: 'Language',
  loading: 'One moment…',
  asks: (sender, company) => `${sender} of ${company} asks you to sign`,
  ownRequest: (company) => `You sent this document for ${company}: now it needs your own signature`,
  toSign: (title) => title,
  until: (day) => `You can sign until ${day}.`,
  youAre: (name) => `You sign as ${name}.`,
  messageFrom: (sender) => `Message from ${sender}`,
  ownMessage: 'Your message to those who sign',
  others: 'Who signs',
  signedOn: (day) => `signed on ${day}`,
  notYet: 'has not signed yet',
  notSigned: 'has not signed',
  viewer: {
    openAsPdf: 'Open as a PDF',
    document: 'The document',
    page: (number, count) => `Page ${number} of ${count}`,
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    loading: 'Opening the document…',
    undrawn: {
      partly: 'This page is not shown completely here.',
      not: 'This page could not be shown here.',
    },
    failed: 'The document could not be opened. Check your connection and try again.',
  },
  fields: {
    next: 'Next field',
    onPage: (label, page) => `${label}, page ${page}`,
  },
  seen: {
    pages: (pages) =>
      `This browser does not show all of the document (pages: ${pages}). Open it as a PDF and read it there: then you can sign.`,
    document:
      'The document could not be shown here. Open it as a PDF and read it there: then you can sign.',
  },
  sign: 'Sign',
  decline: 'Decline',
  next: 'Continue',
  back: 'Back',
  tryAgain: 'Try again',
  optional: 'optional',
  offline:
    'The network does not answer. What you entered is still here: try again when you are back online.',
  fault: 'Something went wrong on our side. Try again in a moment.',
  errorsTitle: 'There is a problem',
  nextSteps: 'You will read the terms, receive a code, then fill in and sign.',
  stampAsked: {
    required: 'You are also asked for the company stamp: have a photo or an image of it at hand.',
    optional:
      'You may also add the company stamp: if you wish to, have a photo or an image of it at hand.',
  },
  steps: {
    read: 'Read',
    terms: 'Terms',
    code: 'Code',
    fill: 'Fill in',
    stamp: 'Stamp',
    mark: 'Signature',
    review: 'Review',
  },
  contacts: {
    sentBy: (sender, company) => `Sent by ${sender}, ${company}`,
    telephone: 'Telephone',
    privacy: 'Privacy notice',
  },
  terms: {
    title: 'Terms for signing online',
    agree: 'I have read and agree',
    version: (version) => `Version ${version}`,
  },
  done: {
    title: 'Signed by everyone',
    waitingTitle: 'You have signed',
    sealing: 'We are sealing the document: it is ready in a few seconds.',
    lead: 'Everyone also receives the signed document by message.',
    waiting: 'Once everyone has signed, you will receive the complete document.',
    reread: 'Read the document again',
    withMine: 'The document as you signed it, with your entries and your signature.',
    withoutMine:
      'The document that you signed, without your entries and your signature: they will be in the complete document.',
    see: 'View the document',
    download: 'Download the PDF',
    availableUntil: (day) => `Available here until ${day}.`,
    verify: 'Verify that the document is authentic',
  },
  declineDialog: {
    title: 'Decline to sign?',
    lead: 'The sender will see your reason. This cannot be undone.',
    code: (channel) =>
      `Next you enter a code that we send to ${channel}, so that nobody else can decline in your name.`,
    reason: 'Reason',
    cancel: 'Back to the document',
    empty: 'Write the reason.',
  },
  notForMe: {
    open: 'This is not for me',
    title: 'Is this not for you?',
    lead: (sender) =>
      `We will tell ${sender}, who can send it to the right person. Nothing is signed or declined.`,
    send: 'Tell the sender',
    told: (sender) => `We told ${sender} that this is not for you. You can close this page.`,
  },
  ended: {
    see: 'See the document',
    waiting: {
      title: 'It is not your turn yet',
      lead: (names) => `First it is up to ${names}. We will write to you as soon as you can sign.`,
    },
    declined: {
      title: 'The document was declined',
      lead: (name) =>
        `${name ?? 'One of the parties'} did not want to sign. There is nothing for you to do; ask the sender if you have questions.`,
    },
    declinedByMe: {
      title: 'You declined to sign',
      lead: 'The sender has been told, with your reason. There is nothing more for you to do.',
    },
    voided: {
      title: 'The request was withdrawn',
      lead: 'The sender has withdrawn the request to sign. There is nothing for you to do.',
    },
    expired: {
      title: 'The deadline has passed',
      lead: 'The time to sign is over. Ask the sender to send the document again.',
    },
    failed: {
      title: 'The document cannot be completed',
      lead: 'There was a problem, and the sender has been told.',
    },
    linkInvalid: {
      title: 'This link is not valid',
      lead: 'It may have expired or been replaced by a newer one. Open the link in the latest message you received, or ask the sender to send it again.',
    },
    lost: {
      title: 'A part of the link is missing',
      lead: 'This address came without its last part, which is yours alone. Open the link by pressing it in the message you received; if that does not help, copy all of it into the address bar, or ask the sender for a new invitation.',
    },
    cut: {
      title: 'The link is incomplete',
      lead: 'A part of the link was lost: some mail programs break it over two lines. Open the link from the message, or copy all of it; if that does not help, ask the sender for a new invitation.',
    },
    cookies: {
      title: 'This page needs cookies',
      lead: 'Your browser does not keep the cookie by which this page remembers that it was opened with your link: it is for nothing else and follows you nowhere. Allow cookies for this site and open the link in the message again, or open it in another browser; in a mail or chat app, choose “Open in browser”.',
    },
    removed: {
      title: 'The document is no longer here',
      lead: (day) =>
        `It was removed on ${day}, as planned. A signed copy that you received by message remains valid and can still be verified.`,
    },
    session: {
      title: 'Open the link again',
      lead: 'For safety this page must be opened again from the link in the message you received. What you entered has been saved.',
    },
    notOpened: { title: 'This page could not be opened' },
  },
};

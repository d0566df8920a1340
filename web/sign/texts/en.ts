import { plural } from '../../ui/language.ts';
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
  code: {
    title: 'Enter the code',
    sentTo: (channel) => `We sent a six-digit code to ${channel}.`,
    label: 'Six-digit code',
    hint: 'You can paste it.',
    timeLeft: (clock) => `Good for ${clock}`,
    minutesLeft: (minutes) =>
      plural('en', minutes, { one: 'Good for # more minute', other: 'Good for # more minutes' }),
    late: 'The code has expired. Ask for a new one.',
    confirm: 'Confirm',
    again: 'Send a new code',
    againIn: (seconds) =>
      plural('en', seconds, { one: 'New code in # second', other: 'New code in # seconds' }),
    againInMinutes: (minutes) =>
      plural('en', minutes, { one: 'New code in # minute', other: 'New code in # minutes' }),
    empty: 'Enter the six digits of the code.',
    sentAgain: (channel) => `We sent a new code to ${channel}. The earlier one no longer works.`,
    tellSender: 'Tell the sender',
    senderTold: (sender) => `We told ${sender}. You will get a new link.`,
    inviteYourself: 'You can send yourself a new invitation from the console.',
  },
  confirmation: {
    ending: (time) =>
      `Your confirmation by code lasts until ${time}. Nothing gets lost: finish by then, or confirm again with a new code.`,
    ended:
      'Your confirmation by code has ended. Nothing is lost: what you entered is still here. To go on, confirm again with a new code.',
    again: 'Confirm with a new code',
    later: 'Later',
  },
  copy: {
    title: 'A copy by e-mail too?',
    lead: (channel) =>
      `Once everyone has signed, we will send a text message to ${channel} with the link to the document. If you give an e-mail address, the signed PDF goes there as well: once, without any link or code.`,
    label: 'E-mail address for your copy',
    hint: 'Only an address of your own. If you prefer not to, continue without.',
    wrong: 'Check the e-mail address: it must look like name@example.com.',
    none: 'Continue without',
  },
  fill: {
    title: 'Fill in your fields',
    lead: 'They are also marked on the document: press one to fill it in there.',
    nextField: 'Next field',
    missing: (label) => `Fill in “${label}”.`,
    dateUnfinished: (label) => `Finish the date of “${label}”.`,
    dateOutside: (label, earliest, latest) =>
      `Check the date of “${label}”: it must be between ${earliest} and ${latest}.`,
    saved: 'Saved',
    choose: 'Choose',
    onPage: (label, page) => `${label}, page ${page}`,
  },
  mark: {
    title: 'Your signature',
    ways: 'How do you want to sign?',
    typed: 'Type my name',
    drawn: 'Draw',
    image: 'Use an image',
    name: 'Name and surname',
    hands: 'Style',
    hand: (number) => `Style ${number}`,
    pad: 'Space to sign',
    padHint: 'Sign with the mouse, a finger or a pen.',
    padKeys: 'By keyboard, choose “Type my name”.',
    undo: 'Undo the last stroke',
    clear: 'Clear',
    file: 'Choose a file',
    camera: 'Take a photo',
    fileHint: 'A photo or an image of your signature, best on white paper.',
    rotate: 'Rotate',
    removeBackground: 'Remove the background',
    crop: 'Crop',
    cropSides: { top: 'Top', right: 'Right', bottom: 'Bottom', left: 'Left' },
    preview: 'Preview',
    empty: 'Add your signature.',
    notImage: 'This picture cannot be opened here: choose a JPEG, PNG or WebP file.',
    tooLarge: 'This picture is too large: 20 MB at most.',
    tooSmall: 'This picture is too small to be read: choose a larger one.',
    blank: 'Nothing of the picture would be seen: keep its background, or choose another one.',
    canvasAltered:
      'Your browser changes pictures before it hands them on, to protect your privacy: what you draw would not be what is signed. Allow this page to read canvas data, or use another browser.',
    cameraFailed: 'The camera cannot be used: allow it in your browser, or choose a file.',
    shoot: 'Take it',
    anew: 'Draw it again',
    remove: 'Remove the picture',
  },
  stamp: {
    title: 'Company stamp',
    required: 'The sender also asks for the stamp: without it you cannot sign.',
    optional: 'You may add the stamp if you wish: you can also sign without it.',
    hint: 'A photo or an image of the stamp.',
    missing: 'Add the company stamp.',
    without: 'Continue without a stamp',
  },
  review: {
    title: 'Check before you sign',
    lead: 'This is how it will appear in the document.',
    document: (title, pages) => `“${title}”, ${pages}`,
    pages: (count) => plural('en', count, { one: '# page', other: '# pages' }),
    signature: 'Signature',
    initials: 'Initials',
    stamp: 'Stamp',
    stampLeftOut: 'It will not be applied: its place stays empty.',
    copy: 'Copy by e-mail',
    copyNone: 'None: only the text message with the link.',
    fields: 'Fields',
    signingTime: 'date and time of the signature',
    see: (label, page) => `Go to “${label}”, page ${page}`,
    toSee: (count) =>
      plural('en', count, {
        one: 'Before you sign, look where what you sign will go: # place is left.',
        other: 'Before you sign, look where what you sign will go: # places are left.',
      }),
    inWords:
      'The document cannot be shown here: open it as a PDF. What will go where is written below.',
    binding: (title, pages) =>
      `By pressing “Sign now” you sign “${title}” (${pages}) with an electronic signature and accept what it says.`,
    where: (pages) => `Page ${pages}`,
    change: 'Change',
    yes: 'Yes',
    no: 'No',
    signNow: 'Sign now',
    sealing: 'Signing…',
    sealingLong: 'Still working: do not close the page.',
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
  declineStep: {
    title: 'Enter the code to decline',
    lead: (title) => `It confirms that you decline to sign “${title}”.`,
    send: 'Decline',
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

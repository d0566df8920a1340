import { COPY_LETTER } from '../copy-letter.ts';
import { handedOverLetter } from '../handed-over-letter.ts';
import type { Phrases, ReportedNotice } from '../notice.ts';
import { webhookOffLetter } from '../webhook-off-letter.ts';

const IGNORE = 'If you did not expect this message, ignore it: nothing happens without you.';

/** What the code authorizes; it is not valid for anything else. */
const ACTS = {
  sign: { to: 'to sign', confirm: 'your signature on', nobodyCan: 'sign for you' },
  decline: {
    to: 'to decline',
    confirm: 'that you decline to sign',
    nobodyCan: 'decline in your name',
  },
} as const;

export const english: Phrases = {
  letters: {
    invitation: ({ company, sender, isSender, title, deadline, link, message }) => ({
      subject: `Please sign: ${title}`,
      preview: `${company} asks you to sign a document by ${deadline}.`,
      heading: 'A document is waiting for your signature',
      paragraphs: [
        isSender
          ? `“${title}”, which you sent for ${company}, is yours to sign too: please read and sign it.`
          : `${sender}, for ${company}, asks you to read and sign “${title}”.`,
        `It takes a few minutes on a phone or a computer. Please do it by ${deadline}. You will get a code to confirm that it is you.`,
      ],
      ...(message && !isSender && { quote: { by: sender, text: message } }),
      button: { label: 'Read and sign', url: link },
      notes: [
        'This link is yours alone: do not forward it.',
        `If you do not want to sign, you can decline on the same page. ${IGNORE}`,
      ],
    }),
    reminder: ({ company, sender, isSender, title, deadline, link }) => ({
      subject: `Reminder: ${title} is waiting for your signature`,
      preview: `You have until ${deadline}.`,
      heading: 'Your signature is still missing',
      paragraphs: [
        isSender
          ? `Your own signature is still missing on “${title}”, which you sent for ${company}.`
          : `${sender}, for ${company}, is still waiting for your signature on “${title}”.`,
        `The link works until ${deadline}.`,
      ],
      button: { label: 'Read and sign', url: link },
      notes: ['This link is yours alone: do not forward it.', IGNORE],
    }),
    code: ({ company, recipient, title, code, purpose, minutes }) => ({
      subject: `Your code ${ACTS[purpose].to}: ${title}`,
      preview: `For ${recipient}. It works for ${minutes} minutes.`,
      heading: 'Your code',
      paragraphs: [
        `Enter this code in the page you opened to confirm ${ACTS[purpose].confirm} “${title}”. It works for ${minutes} minutes, once.`,
      ],
      code,
      notes: [
        `Nobody at ${company} will ever ask you for this code, by phone or by message. Do not tell anyone.`,
        `If you did not ask for it, ignore this message: without the code nobody can ${ACTS[purpose].nobodyCan}.`,
      ],
    }),
    notMine: ({ title, by, channel }) => ({
      subject: `Wrong person? ${title}`,
      preview: `The link for ${by} may have reached somebody else.`,
      heading: 'The link may have reached somebody else',
      paragraphs: [
        `Whoever opened the link that was sent to ${by} (${channel}) says that “${title}” is not for them. Nothing was signed or declined: the request goes on.`,
        'Open the request to correct the contact or to send a new invitation. Either ends the links that were sent before.',
      ],
      notes: [],
    }),
    locked: ({ title, by, channel }) => ({
      subject: `${by} needs a new invitation: ${title}`,
      preview: 'No more codes can be sent.',
      heading: `${by} can get no more codes`,
      paragraphs: [
        `${by} (${channel}) has used up the codes for “${title}” and cannot go on without you.`,
        'Open the request and choose “New invitation”: it sends a new link, and codes can be sent again. If the codes do not arrive, correct the contact.',
      ],
      notes: [],
    }),
    completed: ({ company, title, link, until, verifyUrl, attached }) => ({
      subject: `Signed by everyone: ${title}`,
      preview: `The signed document is available until ${until}.`,
      heading: 'The document is signed',
      paragraphs: [
        `Everyone has signed “${title}” and ${company} has sealed it.`,
        attached
          ? `Your copy is attached to this mail: please keep it. You can also download it until ${until}; then the document is removed.`
          : `The document is too large to be attached: please download and keep it by ${until}, then it is removed.`,
      ],
      button: { label: 'Download the document', url: link },
      link: { label: 'Check that the document is authentic', url: verifyUrl },
      notes: ['Anyone who gets a copy can check it, even after it is removed here.'],
    }),
    copy: COPY_LETTER.en,
    handedOver: handedOverLetter('en'),
    webhookOff: webhookOffLetter('en'),
    declined: ({ title, by, reason }) => ({
      subject: `Signature declined: ${title}`,
      preview: `${by} chose not to sign.`,
      heading: 'The signature was declined',
      paragraphs: [
        `${by} chose not to sign “${title}”. The request is closed and there is nothing more to do.`,
      ],
      ...(reason && { quote: { by, text: reason } }),
      notes: ['Signatures given before do not amount to a finished document.'],
    }),
    voided: ({ company, sender, isSender, title, reason }) => ({
      subject: `Request cancelled: ${title}`,
      preview: 'There is nothing more to do.',
      heading: 'The signature request is cancelled',
      paragraphs: [
        isSender
          ? `The request to sign “${title}”, which you sent for ${company}, is cancelled. There is nothing more to do.`
          : `${sender}, for ${company}, has cancelled the request to sign “${title}”. There is nothing more to do.`,
      ],
      quote: { by: sender, text: reason },
      notes: ['The links you received can no longer be used to sign.'],
    }),
    expired: ({ title, deadline }) => ({
      subject: `Request expired: ${title}`,
      preview: `The deadline was ${deadline}.`,
      heading: 'The signature request has expired',
      paragraphs: [`Not everyone signed “${title}” by ${deadline}: the request is closed.`],
      notes: ['If the document is still needed, it takes a new request.'],
    }),
    failed: ({ title, reason }) => ({
      subject: `Request stopped: ${title}`,
      preview: 'The document was not completed.',
      heading: 'The signature request has stopped',
      paragraphs: [
        `A problem kept “${title}” from being completed. The request is closed.`,
        ...(reason ? [reason] : []),
      ],
      notes: ['If the document is still needed, it takes a new request.'],
    }),
    undelivered: ({ title, name, contact, about }) => {
      const what = (
        {
          invitation: `The invitation to sign “${title}”`,
          reminder: `The reminder to sign “${title}”`,
          code: `The code to sign “${title}”`,
          delivery: `The signed document “${title}”`,
          copy: `The further copy of the signed document “${title}”`,
          notice: `The message that the request for “${title}” is closed`,
        } satisfies Record<ReportedNotice, string>
      )[about.notice];
      const [said, heading, first] = {
        failed: [
          'Not delivered',
          'A message did not arrive',
          `${what} did not reach ${name} at ${contact}.`,
        ],
        complaint: [
          'Marked as spam',
          'A message was marked as spam',
          `${what}, sent to ${name} at ${contact}, was marked as spam there. Further messages to this address may not arrive.`,
        ],
      }[about.kind] as [string, string, string];
      const then = {
        reach: `The request is still open. Please ask ${name} which address or number is right. Then open the request and choose “Correct the contact”, or “New invitation” if it was right after all.`,
        wait: `You have written to ${name} anew since then. There is nothing to do unless that message is reported too.`,
        handOver: `Please open the request, download the signed document and hand it on to ${name} while it is there.`,
        tell: `Please tell ${name} yourself. The request needs nothing else.`,
      }[about.next];
      return {
        subject: `${said}, ${name}: ${title}`,
        preview: first,
        heading,
        paragraphs: [first, then],
        notes: [],
      };
    },
  },
  texts: {
    invitation: ({ company, recipient, title, deadlineBrief, link }) =>
      `${company} for ${recipient}: please sign "${title}" by ${deadlineBrief} ${link}`,
    reminder: ({ company, recipient, title, deadlineBrief, link }) =>
      `${company} for ${recipient}: please still sign "${title}" by ${deadlineBrief} ${link}`,
    code: ({ company, recipient, code, purpose, title, minutes }) =>
      `${code} is the code of ${recipient} ${ACTS[purpose].to} "${title}". Valid ${minutes} minutes. Nobody at ${company} will ask you for it.`,
    completed: ({ company, recipient, title, untilBrief, days, link }) =>
      `${company} for ${recipient}: "${title}" is signed by all. Your copy stays ${days}, until ${untilBrief}: ${link}`,
    stopped: ({ company, recipient, title }) =>
      `${company} for ${recipient}: the request to sign "${title}" is closed. Nothing more to do.`,
  },
  greeting: (name) => `Dear ${name},`,
  openRequest: 'Open the request',
  addressHint: 'If the button does not work, copy this address into your browser:',
  footer: ({ company, sender }) =>
    `Sent for ${company} at the request of ${sender}. Electronic signature with a one-time code.`,
};

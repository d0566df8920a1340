import { COPY_LETTER } from '../copy-letter.ts';
import { handedOverLetter } from '../handed-over-letter.ts';
import type { Phrases, ReportedNotice } from '../notice.ts';
import { webhookOffLetter } from '../webhook-off-letter.ts';

const IGNORE = 'Si vous n’attendiez pas ce message, ignorez-le : rien ne se passe sans vous.';

/** What the code authorizes; it is not valid for anything else. */
const ACTS = {
  sign: { to: 'pour signer', confirm: 'votre signature sur', nobodyCan: 'signer à votre place' },
  decline: {
    to: 'pour refuser',
    confirm: 'que vous refusez de signer',
    nobodyCan: 'refuser en votre nom',
  },
} as const;

export const french: Phrases = {
  letters: {
    invitation: ({ company, sender, isSender, title, deadline, link, message }) => ({
      subject: `À signer : ${title}`,
      preview: `${company} vous demande de signer un document avant le ${deadline}.`,
      heading: 'Un document attend votre signature',
      paragraphs: [
        isSender
          ? `« ${title} », que vous avez envoyé pour ${company}, est aussi à signer par vous : lisez-le et signez-le.`
          : `${sender}, pour ${company}, vous demande de lire et de signer « ${title} ».`,
        `Quelques minutes suffisent, sur un téléphone ou un ordinateur. Vous avez jusqu’au ${deadline}. Vous recevrez un code pour confirmer qu’il s’agit bien de vous.`,
      ],
      ...(message && !isSender && { quote: { by: sender, text: message } }),
      button: { label: 'Lire et signer', url: link },
      notes: [
        'Ce lien vous est personnel : ne le transférez à personne.',
        `Si vous ne souhaitez pas signer, vous pouvez refuser sur la même page. ${IGNORE}`,
      ],
    }),
    reminder: ({ company, sender, isSender, title, deadline, link }) => ({
      subject: `Rappel : ${title} attend votre signature`,
      preview: `Vous avez jusqu’au ${deadline}.`,
      heading: 'Il manque encore votre signature',
      paragraphs: [
        isSender
          ? `Il manque encore votre propre signature sur « ${title} », que vous avez envoyé pour ${company}.`
          : `${sender}, pour ${company}, attend toujours votre signature sur « ${title} ».`,
        `Le lien est valable jusqu’au ${deadline}.`,
      ],
      button: { label: 'Lire et signer', url: link },
      notes: ['Ce lien vous est personnel : ne le transférez à personne.', IGNORE],
    }),
    code: ({ company, recipient, title, code, purpose, minutes }) => ({
      subject: `Votre code ${ACTS[purpose].to} : ${title}`,
      preview: `Pour ${recipient}. Il est valable ${minutes} minutes.`,
      heading: 'Votre code',
      paragraphs: [
        `Saisissez ce code dans la page que vous avez ouverte pour confirmer ${ACTS[purpose].confirm} « ${title} ». Il est valable ${minutes} minutes, une seule fois.`,
      ],
      code,
      notes: [
        `Personne chez ${company} ne vous demandera jamais ce code, ni par téléphone ni par message. Ne le communiquez à personne.`,
        `Si vous ne l’avez pas demandé, ignorez ce message : sans le code, personne ne peut ${ACTS[purpose].nobodyCan}.`,
      ],
    }),
    notMine: ({ title, by, channel }) => ({
      subject: `Mauvaise personne ? ${title}`,
      preview: `Le lien destiné à ${by} est peut-être arrivé à quelqu’un d’autre.`,
      heading: 'Le lien est peut-être arrivé à quelqu’un d’autre',
      paragraphs: [
        `La personne qui a ouvert le lien envoyé à ${by} (${channel}) dit que « ${title} » ne lui est pas destiné. Rien n’a été signé ni refusé : la demande suit son cours.`,
        'Ouvrez la demande pour corriger le contact ou envoyer une nouvelle invitation. Dans les deux cas, les liens envoyés auparavant ne valent plus rien.',
      ],
      notes: [],
    }),
    locked: ({ title, by, channel }) => ({
      subject: `${by} a besoin d’une nouvelle invitation : ${title}`,
      preview: 'Aucun autre code ne peut être envoyé.',
      heading: `${by} ne peut plus recevoir de codes`,
      paragraphs: [
        `${by} (${channel}) a épuisé les codes pour « ${title} » et ne peut pas continuer sans vous.`,
        'Ouvrez la demande et choisissez « Nouvelle invitation » : un nouveau lien est envoyé, et des codes peuvent de nouveau l’être. Si les codes n’arrivent pas, corrigez le contact.',
      ],
      notes: [],
    }),
    completed: ({ company, title, link, until, verifyUrl, attached }) => ({
      subject: `Signé par tous : ${title}`,
      preview: `Le document signé est disponible jusqu’au ${until}.`,
      heading: 'Le document est signé',
      paragraphs: [
        `Tous ont signé « ${title} » et ${company} y a apposé son cachet.`,
        attached
          ? `Votre exemplaire est joint à ce message : conservez-le. Vous pouvez aussi le télécharger jusqu’au ${until} ; le document sera ensuite supprimé.`
          : `Le document est trop volumineux pour être joint : téléchargez-le et conservez-le avant le ${until} ; il sera ensuite supprimé.`,
      ],
      button: { label: 'Télécharger le document', url: link },
      link: { label: 'Vérifier l’authenticité du document', url: verifyUrl },
      notes: [
        'Toute personne qui en reçoit une copie peut la vérifier, même après sa suppression ici.',
      ],
    }),
    copy: COPY_LETTER.fr,
    handedOver: handedOverLetter('fr'),
    webhookOff: webhookOffLetter('fr'),
    declined: ({ title, by, reason }) => ({
      subject: `Signature refusée : ${title}`,
      preview: `${by} a choisi de ne pas signer.`,
      heading: 'La signature a été refusée',
      paragraphs: [
        `${by} a choisi de ne pas signer « ${title} ». La demande est close et il n’y a rien d’autre à faire.`,
      ],
      ...(reason && { quote: { by, text: reason } }),
      notes: ['Les signatures déjà apposées ne suffisent pas à former un document définitif.'],
    }),
    voided: ({ company, sender, isSender, title, reason }) => ({
      subject: `Demande annulée : ${title}`,
      preview: 'Il n’y a rien d’autre à faire.',
      heading: 'La demande de signature est annulée',
      paragraphs: [
        isSender
          ? `La demande de signature de « ${title} », que vous avez envoyée pour ${company}, est annulée. Il n’y a rien d’autre à faire.`
          : `${sender}, pour ${company}, a annulé la demande de signature de « ${title} ». Il n’y a rien d’autre à faire.`,
      ],
      quote: { by: sender, text: reason },
      notes: ['Les liens reçus auparavant ne permettent plus de signer.'],
    }),
    expired: ({ title, deadline }) => ({
      subject: `Demande expirée : ${title}`,
      preview: `L’échéance était le ${deadline}.`,
      heading: 'La demande de signature a expiré',
      paragraphs: [
        `Tous n’ont pas signé « ${title} » avant le ${deadline} : la demande est close.`,
      ],
      notes: ['Si le document est encore nécessaire, il faut une nouvelle demande.'],
    }),
    failed: ({ title, reason }) => ({
      subject: `Demande interrompue : ${title}`,
      preview: 'Le document n’a pas été achevé.',
      heading: 'La demande de signature s’est interrompue',
      paragraphs: [
        `Un problème a empêché d’achever « ${title} ». La demande est close.`,
        ...(reason ? [reason] : []),
      ],
      notes: ['Si le document est encore nécessaire, il faut une nouvelle demande.'],
    }),
    undelivered: ({ title, name, contact, about }) => {
      const what = (
        {
          invitation: `l’invitation à signer « ${title} »`,
          reminder: `le rappel pour signer « ${title} »`,
          code: `le code pour signer « ${title} »`,
          delivery: `le document signé « ${title} »`,
          copy: `l’autre exemplaire du document signé « ${title} »`,
          notice: `l’avis de clôture de la demande « ${title} »`,
        } satisfies Record<ReportedNotice, string>
      )[about.notice];
      const [said, heading, first] = {
        failed: [
          'Non remis',
          'Un message n’est pas arrivé',
          `Ce message n’est pas arrivé à ${name}, à l’adresse ou au numéro ${contact} : ${what}.`,
        ],
        complaint: [
          'Signalé comme indésirable',
          'Un message a été signalé comme indésirable',
          `Ce message envoyé à ${name}, à l’adresse ${contact}, y a été signalé comme indésirable : ${what}. D’autres messages à cette adresse risquent de ne pas arriver.`,
        ],
      }[about.kind] as [string, string, string];
      const then = {
        reach: `La demande reste ouverte. Demandez à ${name} quelle adresse ou quel numéro convient. Ouvrez ensuite la demande et choisissez « Corriger le contact », ou « Nouvelle invitation » si tout était correct.`,
        wait: `Depuis, vous avez écrit de nouveau à ${name}. Il n’y a rien à faire, sauf si ce message est signalé lui aussi.`,
        handOver: `Ouvrez la demande, téléchargez le document signé et remettez-le à ${name} tant qu’il est disponible.`,
        tell: `Prévenez vous-même ${name}. La demande n’exige rien d’autre.`,
      }[about.next];
      return {
        subject: `${said}, ${name} : ${title}`,
        preview: first,
        heading,
        paragraphs: [first, then],
        notes: [],
      };
    },
  },
  texts: {
    invitation: ({ company, recipient, title, deadlineBrief, link }) =>
      `${company} pour ${recipient} : à signer avant le ${deadlineBrief} : "${title}" ${link}`,
    reminder: ({ company, recipient, title, deadlineBrief, link }) =>
      `${company} pour ${recipient} : il manque votre signature, avant le ${deadlineBrief} : "${title}" ${link}`,
    code: ({ company, recipient, code, purpose, title, minutes }) =>
      `${code} est le code de ${recipient} ${ACTS[purpose].to} "${title}". Valable ${minutes} minutes. Personne chez ${company} ne vous le demandera.`,
    completed: ({ company, recipient, title, untilBrief, days, link }) =>
      `${company} pour ${recipient} : "${title}" est signé par tous. Copie disponible ${days}, jusqu’au ${untilBrief} : ${link}`,
    stopped: ({ company, recipient, title }) =>
      `${company} pour ${recipient} : la demande de signature "${title}" est close. Rien d’autre à faire.`,
  },
  greeting: (name) => `Bonjour ${name},`,
  openRequest: 'Ouvrir la demande',
  addressHint: 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :',
  footer: ({ company, sender }) =>
    `Message envoyé pour ${company} à la demande de ${sender}. Signature électronique avec code à usage unique.`,
};

import type { Texts } from './texts.ts';

export const fr: Texts = {
  skip: 'Aller au contenu',
  language: 'Langue',
  loading: 'Un instant…',
  asks: (sender, company) => `${sender}, de ${company}, vous demande de signer`,
  ownRequest: (company) =>
    `Vous avez envoyé ce document pour ${company} : il attend maintenant votre signature`,
  toSign: (title) => title,
  until: (day) => `Vous pouvez signer jusqu’au ${day}.`,
  youAre: (name) => `Vous signez en tant que ${name}.`,
  messageFrom: (sender) => `Message de ${sender}`,
  ownMessage: 'Votre message aux signataires',
  others: 'Qui signe',
  signedOn: (day) => `a signé le ${day}`,
  notYet: 'n’a pas encore signé',
  notSigned: 'n’a pas signé',
  viewer: {
    openAsPdf: 'Ouvrir en PDF',
    document: 'Le document',
    page: (number, count) => `Page ${number} sur ${count}`,
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    loading: 'Ouverture du document…',
    undrawn: {
      partly: 'Cette page ne s’affiche pas entièrement ici.',
      not: 'Cette page n’a pas pu être affichée ici.',
    },
    failed: 'Impossible d’ouvrir le document. Vérifiez la connexion, puis réessayez.',
  },
  fields: {
    next: 'Champ suivant',
    onPage: (label, page) => `${label}, page ${page}`,
  },
  seen: {
    pages: (pages) =>
      `Ce navigateur n’affiche pas tout le document (pages : ${pages}). Ouvrez-le en PDF et lisez-le : vous pourrez ensuite signer.`,
    document:
      'Le document n’a pas pu être affiché ici. Ouvrez-le en PDF et lisez-le : vous pourrez ensuite signer.',
  },
  sign: 'Signer',
  decline: 'Refuser',
  next: 'Continuer',
  back: 'Retour',
  tryAgain: 'Réessayer',
  optional: 'facultatif',
  offline:
    'Le réseau ne répond pas. Ce que vous avez saisi est toujours là : réessayez une fois la connexion rétablie.',
  fault: 'Un problème est survenu de notre côté. Réessayez dans un instant.',
  errorsTitle: 'Il reste quelque chose à corriger',
  nextSteps:
    'Vous lirez les conditions, recevrez un code, puis vous pourrez remplir vos champs et signer.',
  stampAsked: {
    required:
      'Le tampon de l’entreprise vous est aussi demandé : préparez-en une photo ou une image.',
    optional:
      'Vous pouvez aussi ajouter le tampon de l’entreprise : si vous le souhaitez, préparez-en une photo ou une image.',
  },
  steps: {
    read: 'Lecture',
    terms: 'Conditions',
    code: 'Code',
    fill: 'Champs',
    stamp: 'Tampon',
    mark: 'Signature',
    review: 'Résumé',
  },
  contacts: {
    sentBy: (sender, company) => `Envoyé par ${sender}, ${company}`,
    telephone: 'Téléphone',
    privacy: 'Politique de confidentialité',
  },
  terms: {
    title: 'Conditions de la signature en ligne',
    agree: 'J’ai lu et j’accepte',
    version: (version) => `Version ${version}`,
  },
  done: {
    title: 'Signé par tous',
    waitingTitle: 'Vous avez signé',
    sealing: 'Nous apposons le cachet : le document sera prêt dans quelques secondes.',
    lead: 'Toutes les parties reçoivent aussi le document signé par message.',
    waiting: 'Dès que tout le monde aura signé, vous recevrez le document complet.',
    reread: 'Relire le document',
    withMine: 'Le document tel que vous l’avez signé, avec vos données et votre signature.',
    withoutMine:
      'Le document que vous avez signé, sans vos données ni votre signature : elles seront dans le document complet.',
    see: 'Voir le document',
    download: 'Télécharger le PDF',
    availableUntil: (day) => `Disponible ici jusqu’au ${day}.`,
    verify: 'Vérifier l’authenticité du document',
  },
  declineDialog: {
    title: 'Refuser de signer ?',
    lead: 'La personne qui vous a envoyé le document verra votre motif. Ce choix est définitif.',
    code: (channel) =>
      `Vous saisirez ensuite un code que nous envoyons à ${channel} : ainsi, personne d’autre ne peut refuser en votre nom.`,
    reason: 'Motif',
    cancel: 'Revenir au document',
    empty: 'Indiquez le motif.',
  },
  notForMe: {
    open: 'Ce n’est pas pour moi',
    title: 'Ce n’est pas pour vous ?',
    lead: (sender) =>
      `Nous préviendrons ${sender}, qui pourra l’envoyer à la bonne personne. Rien n’est signé ni refusé.`,
    send: 'Prévenir l’expéditeur',
    told: (sender) =>
      `Nous avons prévenu ${sender} que ce n’est pas pour vous. Vous pouvez fermer cette page.`,
  },
  ended: {
    see: 'Voir le document',
    waiting: {
      title: 'Ce n’est pas encore votre tour',
      lead: (names) =>
        `C’est d’abord à ${names} de signer. Nous vous écrirons dès que vous pourrez signer.`,
    },
    declined: {
      title: 'Le document a été refusé',
      lead: (name) =>
        `${name ?? 'L’une des parties'} n’a pas voulu signer. Vous n’avez rien à faire ; pour toute question, adressez-vous à l’expéditeur.`,
    },
    declinedByMe: {
      title: 'Vous avez refusé de signer',
      lead: 'L’expéditeur en a été informé, avec votre motif. Vous n’avez rien d’autre à faire.',
    },
    voided: {
      title: 'La demande a été annulée',
      lead: 'L’expéditeur a annulé la demande de signature. Vous n’avez rien à faire.',
    },
    expired: {
      title: 'Le délai est dépassé',
      lead: 'Il n’est plus possible de signer. Demandez à l’expéditeur de renvoyer le document.',
    },
    failed: {
      title: 'Le document ne peut pas être finalisé',
      lead: 'Un problème est survenu ; l’expéditeur en a été informé.',
    },
    linkInvalid: {
      title: 'Ce lien n’est pas valable',
      lead: 'Il a peut-être expiré ou été remplacé par un plus récent. Ouvrez le lien du dernier message reçu, ou demandez à l’expéditeur de le renvoyer.',
    },
    lost: {
      title: 'Il manque une partie du lien',
      lead: 'Cette adresse est arrivée sans sa dernière partie, qui vous est personnelle. Ouvrez le lien depuis le message reçu ; si cela ne suffit pas, copiez-le en entier dans la barre d’adresse ou demandez une nouvelle invitation à l’expéditeur.',
    },
    cut: {
      title: 'Le lien est incomplet',
      lead: 'Une partie du lien s’est perdue : certaines messageries le coupent sur deux lignes. Ouvrez-le depuis le message ou copiez-le en entier ; si cela ne suffit pas, demandez une nouvelle invitation à l’expéditeur.',
    },
    cookies: {
      title: 'Cette page a besoin des cookies',
      lead: 'Votre navigateur ne conserve pas le cookie par lequel la page se souvient d’avoir été ouverte avec votre lien : il ne sert qu’à cela et ne vous suit nulle part. Autorisez les cookies pour ce site et rouvrez le lien depuis le message, ou ouvrez-le dans un autre navigateur ; dans une application de courrier ou de messagerie, choisissez « Ouvrir dans le navigateur ».',
    },
    removed: {
      title: 'Le document n’est plus ici',
      lead: (day) =>
        `Il a été supprimé le ${day}, comme prévu. Si vous avez reçu une copie signée par message, elle reste valable et peut toujours être vérifiée.`,
    },
    session: {
      title: 'Ouvrez de nouveau le lien',
      lead: 'Par sécurité, cette page doit être rouverte depuis le lien du message que vous avez reçu. Ce que vous avez saisi a été enregistré.',
    },
    notOpened: { title: 'Impossible d’ouvrir la page' },
  },
};

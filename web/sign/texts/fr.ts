import { plural } from '../../ui/language.ts';
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
  code: {
    title: 'Saisissez le code',
    sentTo: (channel) => `Nous avons envoyé un code à six chiffres à ${channel}.`,
    label: 'Code à six chiffres',
    hint: 'Vous pouvez le coller.',
    timeLeft: (clock) => `Encore valable ${clock}`,
    minutesLeft: (minutes) =>
      plural('fr', minutes, {
        one: 'Encore valable # minute',
        other: 'Encore valable # minutes',
      }),
    late: 'Le code a expiré. Demandez-en un nouveau.',
    confirm: 'Confirmer',
    again: 'Envoyer un nouveau code',
    againIn: (seconds) =>
      plural('fr', seconds, {
        one: 'Nouveau code dans # seconde',
        other: 'Nouveau code dans # secondes',
      }),
    againInMinutes: (minutes) =>
      plural('fr', minutes, {
        one: 'Nouveau code dans # minute',
        other: 'Nouveau code dans # minutes',
      }),
    empty: 'Saisissez les six chiffres du code.',
    sentAgain: (channel) =>
      `Nous avons envoyé un nouveau code à ${channel}. Le précédent n’est plus valable.`,
    tellSender: 'Prévenir l’expéditeur',
    senderTold: (sender) => `Nous avons prévenu ${sender}. Vous recevrez un nouveau lien.`,
    inviteYourself: 'Depuis la console, vous pouvez vous envoyer une nouvelle invitation.',
  },
  confirmation: {
    ending: (time) =>
      `Votre confirmation par code est valable jusqu’à ${time}. Rien ne sera perdu : terminez d’ici là, ou confirmez de nouveau avec un nouveau code.`,
    ended:
      'Votre confirmation par code a expiré. Rien n’est perdu : ce que vous avez saisi est encore ici. Pour continuer, confirmez de nouveau avec un nouveau code.',
    again: 'Confirmer avec un nouveau code',
    later: 'Plus tard',
  },
  copy: {
    title: 'Un exemplaire par e-mail aussi ?',
    lead: (channel) =>
      `Quand tous auront signé, nous enverrons un SMS au ${channel} avec le lien vers le document. Si vous indiquez une adresse e-mail, vous y recevrez aussi le PDF signé : une seule fois, sans lien ni code.`,
    label: 'Adresse e-mail pour votre exemplaire',
    hint: 'Uniquement une adresse à vous. Si vous préférez, continuez sans.',
    wrong: 'Vérifiez l’adresse e-mail : elle doit ressembler à nom@exemple.fr.',
    none: 'Continuer sans',
  },
  fill: {
    title: 'Remplissez vos champs',
    lead: 'Ils sont aussi indiqués sur le document : touchez-en un pour le remplir sur place.',
    nextField: 'Champ suivant',
    missing: (label) => `Remplissez « ${label} ».`,
    dateUnfinished: (label) => `Complétez la date de « ${label} ».`,
    dateOutside: (label, earliest, latest) =>
      `Vérifiez la date de « ${label} » : elle doit être comprise entre le ${earliest} et le ${latest}.`,
    saved: 'Enregistré',
    choose: 'Choisissez',
    onPage: (label, page) => `${label}, page ${page}`,
  },
  mark: {
    title: 'Votre signature',
    ways: 'Comment voulez-vous signer ?',
    typed: 'Saisir mon nom',
    drawn: 'Dessiner',
    image: 'Utiliser une image',
    name: 'Prénom et nom',
    hands: 'Écriture',
    hand: (number) => `Écriture ${number}`,
    pad: 'Espace pour signer',
    padHint: 'Signez avec la souris, le doigt ou un stylet.',
    padKeys: 'Au clavier, choisissez « Saisir mon nom ».',
    undo: 'Annuler le dernier trait',
    clear: 'Tout effacer',
    file: 'Choisir un fichier',
    camera: 'Prendre une photo',
    fileHint: 'Une photo ou une image de votre signature, de préférence sur papier blanc.',
    rotate: 'Pivoter',
    removeBackground: 'Retirer le fond',
    crop: 'Recadrer',
    cropSides: { top: 'Haut', right: 'Droite', bottom: 'Bas', left: 'Gauche' },
    preview: 'Aperçu',
    empty: 'Ajoutez votre signature.',
    notImage: 'Cette image ne peut pas être ouverte ici : choisissez un fichier JPEG, PNG ou WebP.',
    tooLarge: 'Cette image est trop grande : 20 Mo au plus.',
    tooSmall: 'Cette image est trop petite pour être lisible : choisissez-en une plus grande.',
    blank: 'Rien de l’image ne serait visible : gardez le fond ou choisissez-en une autre.',
    canvasAltered:
      'Pour protéger votre vie privée, votre navigateur modifie les images avant de les transmettre : ce que vous dessinez ne serait pas ce qui est signé. Autorisez cette page à lire les données du canevas, ou utilisez un autre navigateur.',
    cameraFailed:
      'L’appareil photo n’est pas utilisable : autorisez-le dans votre navigateur ou choisissez un fichier.',
    shoot: 'Déclencher',
    anew: 'Dessiner à nouveau',
    remove: 'Retirer l’image',
  },
  stamp: {
    title: 'Tampon de l’entreprise',
    required: 'L’expéditeur demande aussi le tampon : sans lui, vous ne pouvez pas signer.',
    optional:
      'Vous pouvez ajouter le tampon si vous le souhaitez : vous pouvez aussi signer sans lui.',
    hint: 'Une photo ou une image du tampon.',
    missing: 'Ajoutez le tampon de l’entreprise.',
    without: 'Continuer sans tampon',
  },
  review: {
    title: 'Vérifiez avant de signer',
    lead: 'Voici comment cela apparaîtra dans le document.',
    document: (title, pages) => `« ${title} », ${pages}`,
    pages: (count) => plural('fr', count, { one: '# page', other: '# pages' }),
    signature: 'Signature',
    initials: 'Paraphe',
    stamp: 'Tampon',
    stampLeftOut: 'Il ne sera pas apposé : son emplacement reste vide.',
    copy: 'Exemplaire par e-mail',
    copyNone: 'Aucun : vous ne recevrez que le SMS avec le lien.',
    fields: 'Champs',
    signingTime: 'date et heure de la signature',
    see: (label, page) => `Aller à « ${label} », page ${page}`,
    toSee: (count) =>
      plural('fr', count, {
        one: 'Avant de signer, regardez où ira ce que vous signez : il reste # endroit.',
        other: 'Avant de signer, regardez où ira ce que vous signez : il reste # endroits.',
      }),
    inWords:
      'Le document ne peut pas être affiché ici : ouvrez-le en PDF. Ce qui ira où est écrit ci-dessous.',
    binding: (title, pages) =>
      `En appuyant sur « Signer maintenant », vous signez « ${title} » (${pages}) avec une signature électronique et en acceptez le contenu.`,
    where: (pages) => `Page ${pages}`,
    change: 'Modifier',
    yes: 'Oui',
    no: 'Non',
    signNow: 'Signer maintenant',
    sealing: 'Signature en cours…',
    sealingLong: 'Cela prend un peu plus de temps : ne fermez pas la page.',
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
  declineStep: {
    title: 'Saisissez le code pour refuser',
    lead: (title) => `Il confirme que vous refusez de signer « ${title} ».`,
    send: 'Refuser',
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

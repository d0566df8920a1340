import { plural } from '../../../../shared/domain/text/plural.ts';
import type { LaterTexts } from './later-texts.ts';

export const fr: LaterTexts = {
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
    missing: (label) => `Remplissez « ${label} ».`,
    dateUnfinished: (label) => `Complétez la date de « ${label} ».`,
    dateOutside: (label, earliest, latest) =>
      `Vérifiez la date de « ${label} » : elle doit être comprise entre le ${earliest} et le ${latest}.`,
    saved: 'Enregistré',
    choose: 'Choisissez',
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
  declineStep: {
    title: 'Saisissez le code pour refuser',
    lead: (title) => `Il confirme que vous refusez de signer « ${title} ».`,
    send: 'Refuser',
  },
};

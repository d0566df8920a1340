import type { Texts } from './texts.ts';

export const fr: Texts = {
  skip: 'Aller au contenu',
  language: 'Langue',
  lead: 'Ici, vous pouvez savoir si un document signé est authentique : avec le fichier, avec le code imprimé sur ses pages ou avec son code QR.',
  fileTitle: 'Vous avez le fichier ? Contrôlez-le',
  fileLead: 'Déposez ici le PDF signé, ou choisissez-le.',
  choose: 'Choisir le PDF',
  drop: 'Relâchez pour contrôler le fichier',
  privacy:
    'Le fichier n’est pas envoyé : il est contrôlé ici, sur cet appareil, même sans réseau. On ne demande au registre que son empreinte.',
  checking: 'Contrôle en cours…',
  again: 'Contrôler un autre fichier',
  fault: 'Le contrôle n’a pas abouti. Choisissez de nouveau le fichier.',
  tooSlow:
    'Le contrôle de ce fichier durait trop longtemps et a été interrompu : cela n’arrive pas avec un document scellé ici. On ne peut rien en dire.',
  codeTitle: 'Rechercher un document',
  codeWrong: 'Le code compte 26 lettres et chiffres : vérifiez que vous l’avez saisi en entier.',
  scan: 'Scanner le code QR',
  scanHint: 'Visez le code QR du certificat, à la fin du document.',
  scanFailed: 'L’appareil photo n’est pas disponible. Saisissez le code à la main.',
  scanForeign: 'Ce code QR n’est pas celui d’un document de ce registre.',
  close: 'Fermer',
  verdict: {
    authentic: 'Authentique',
    another: 'Authentique, mais un autre document',
    altered: 'Modifié',
    unknown: 'Inconnu',
    not_complete: 'Non terminé',
  },
  sentence: {
    authentic:
      'Toutes les signatures sont valides et le fichier est exactement celui du registre : pas un octet n’a changé.',
    authenticOffline:
      'Toutes les signatures sont valides et rien n’a changé après le cachet. Le registre n’a pas répondu : le contrôle s’est fait sans réseau.',
    authenticByQr:
      'Toutes les signatures sont valides et le fichier est celui qu’atteste le code QR. Le registre n’a pas répondu : le contrôle s’est fait sans réseau.',
    authenticByHash:
      'Le fichier est exactement celui du registre. Les signatures une à une n’ont pas pu être contrôlées ici.',
    another:
      'Ce fichier est authentique : toutes les signatures sont valides et rien n’a changé. Mais ce n’est pas le document de cette page : son code est indiqué ci-dessous.',
    anotherOffline:
      'Toutes les signatures de ce fichier sont valides, mais ce n’est pas le document de cette page : son code est indiqué ci-dessous. Le registre n’a pas répondu : la vérification a été faite hors ligne.',
    altered:
      'Le fichier a été modifié après la signature, ou il est endommagé : ne vous y fiez pas.',
    hashDiffers: 'Le fichier n’est pas celui enregistré sous ce code : ne vous y fiez pas.',
    qrDiffers: 'Le fichier n’est pas celui qu’atteste le code QR : ne vous y fiez pas.',
    foreign:
      'Ce PDF n’a pas été scellé ici, ou c’est une copie refaite (imprimée, numérisée ou enregistrée de nouveau) : on ne peut rien en dire.',
    notPdf: 'Ce fichier n’est pas un PDF.',
    notThis:
      'Ce fichier n’est pas le document signé sous ce code : c’est un autre fichier, ou une copie refaite (imprimée, numérisée ou enregistrée de nouveau).',
    otherCode: 'Ce fichier appartient à un autre code que celui de cette page.',
    unlisted: 'Le registre ne connaît pas ce fichier.',
    future:
      'D’après l’horloge de cet appareil, le fichier vient du futur : vérifiez la date et l’heure, puis réessayez.',
    untrusted:
      'Les signatures viennent d’une autre autorité que celle de cette entreprise : on ne peut rien en dire.',
    open: 'Le document portant ce code n’a pas encore été signé par tous : il n’existe pas encore de fichier définitif.',
    stopped:
      'La signature du document portant ce code a été interrompue : il n’existe pas de fichier définitif.',
  },
  signatures: 'Qui a signé',
  sealedBy: 'Cacheté par',
  timeStamp: {
    title: 'Horodatage électronique',
    own: 'non qualifié, de l’entreprise elle-même',
    outside: 'd’une autorité extérieure',
  },
  stampedAt: 'horodatage :',
  kind: { party: 'Signature', seal: 'Cachet de l’entreprise', timestamp: 'Horodatage' },
  file: 'Fichier',
  findings: 'Ce qui a été constaté',
  finding: {
    authentic: 'Chaque signature est valide et rien n’a changé après le cachet de l’entreprise.',
    hash_differs: 'Le fichier n’est pas celui enregistré sous ce code.',
    appended: 'Quelque chose a été ajouté à la fin du fichier après le cachet.',
    file_end: 'Le fichier ne se termine pas où il devrait : quelque chose a été ajouté ou coupé.',
    structure: 'Le fichier est endommagé ou a été reconstruit.',
    byte_range:
      'Une signature ne couvre pas tout le fichier tel qu’il était quand elle a été apposée.',
    signature_wrong: 'Une signature ne correspond pas au fichier.',
    timestamp_wrong: 'Un horodatage ne correspond pas à ce qu’il confirme.',
    certificate_wrong: 'Un certificat n’était pas valide au moment de la signature.',
    certificate_revoked: 'Un certificat était révoqué au moment de la signature.',
    revocation_unknown:
      'Rien dans le fichier ne dit si un certificat était encore valide au moment de la signature.',
    change_not_allowed: 'Quelque chose a changé que nul ne peut changer après la signature.',
    order: 'Les signatures ne sont pas dans l’ordre prévu.',
    incomplete: 'Le cachet ou l’horodatage final manque.',
    claim_wrong: 'Ce que le cachet dit du document ne vaut pas pour ce fichier.',
    future: 'Un horodatage vient du futur : son horloge est déréglée, ou celle de cet appareil.',
    not_pdf: 'Le fichier n’est pas un PDF.',
    not_ours: 'Le PDF ne porte pas de cachet de Sigillo.',
    untrusted: 'Les signatures viennent d’une autorité qui n’est pas reconnue ici.',
  },
  refusedChanges: 'Modifications non autorisées',
  foreignSignature: {
    right:
      'Elle correspond à ce qu’elle couvre ; la confiance dans le signataire n’est pas jugée ici.',
    wrong: 'Elle ne correspond pas à ce qu’elle couvre.',
    unreadable: 'Elle est d’un type qui n’est pas lu ici.',
  },
  register: 'Registre',
  registerAsked: 'Il a répondu à une question qui ne contenait que l’empreinte.',
  registerSilent: 'Il n’a pas répondu.',
  qr: 'Code QR',
  qrMatches: 'Il atteste ce fichier.',
  qrDiffers: 'Il n’atteste pas ce fichier.',
  qrUnread: 'N’a pas pu être comparé à ce fichier.',
  covers: 'Couvre les premiers',
  issuer: 'Émis par',
  serialNumber: 'Numéro de série',
  validity: 'Validité',
  certificate: 'SHA-256 du certificat',
  inRegister: 'Dans le registre',
  originalOnly:
    'Ces données concernent le document d’origine, pas le fichier que vous avez contrôlé.',
};

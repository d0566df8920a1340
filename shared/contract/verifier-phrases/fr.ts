import type { VerifierPhrases } from './verifier-phrases.ts';

export const french: VerifierPhrases = {
  title: 'Vérification d’un document',
  onRecord: 'Ce code est enregistré',
  notYetProof:
    'Le code seul ne prouve pas que le papier ou le fichier que vous avez devant vous est authentique : un code peut être recopié. Pour en être sûr, vérifiez le fichier ; si vous n’avez que le papier, comparez-le avec ce qui est enregistré ici et demandez le fichier à la personne qui vous l’a remis.',
  documentTitle: 'Titre',
  reasons: {
    authentic:
      'L’empreinte SHA-256 du fichier est celle qui a été enregistrée à la clôture : pas un octet n’a changé.',
    altered:
      'Le code est connu, mais l’empreinte SHA-256 du fichier n’est pas celle du document signé : le fichier a été modifié, ou c’est un autre fichier.',
    unknownCode: 'Aucun document ne porte ce code.',
    unknownFile:
      'Aucun document signé n’a cette empreinte SHA-256. Le code imprimé sur les pages permet de savoir si le fichier a été modifié.',
    open: 'Le document portant ce code n’a pas encore été signé par tous : il n’existe pas encore de fichier définitif.',
    stopped:
      'La signature du document portant ce code a été interrompue : il n’existe pas de fichier définitif.',
  },
  status: {
    open: 'En attente de signatures',
    completed: 'Signé et scellé',
    declined: 'Refusé par un signataire',
    voided: 'Annulé par l’expéditeur',
    expired: 'Expiré sans toutes les signatures',
    failed: 'Interrompu par une erreur',
  },
  role: { director: 'pour l’entreprise', client: 'autre partie' },
  code: 'Code',
  company: 'Entreprise',
  created: 'Créé',
  sent: 'Envoyé',
  closed: 'Clos par le cachet de l’entreprise',
  available: 'Disponible à son lien jusqu’au',
  removed: 'Supprimé comme prévu le',
  stillVerifiable:
    'Le document a été supprimé, comme prévu. Toute copie conservée peut encore être vérifiée.',
  signers: 'Signataires',
  signed: 'signé le',
  waiting: 'pas encore signé',
  notSigned: 'non signé',
  size: 'Taille',
  bytes: 'octets',
  fingerprint: 'Empreinte SHA-256',
  compare:
    'Pour contrôler un fichier sans cette page, calculez son empreinte SHA-256 et comparez-la à celle indiquée.',
  authority: 'Certificat de l’autorité qui a émis les certificats de signature',
  names: 'Les noms sont abrégés par discrétion : ils figurent en entier dans le document.',
  unknown: 'Document inconnu',
  unknownHint:
    'Vérifiez le code : 26 lettres et chiffres, imprimés sur chaque page par groupes de cinq.',
  nowhere: 'Il n’y a rien ici',
  nowhereHint:
    'Cette adresse ne mène à aucune page. Pour vérifier un document, saisissez ici son code ou contrôlez son fichier.',
  askCode: 'Code de vérification',
  codeHint: '26 lettres et chiffres, imprimés sur chaque page par groupes de cinq.',
  show: 'Afficher',
  details: 'Détails pour les experts',
  needsScript:
    'Pour contrôler un fichier sur cette page, il faut JavaScript et un navigateur récent : Safari 17, Firefox 128, Chrome ou Edge 111, Samsung Internet 22, ou plus récent.',
};

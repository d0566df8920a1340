import type { CertificateTexts } from './texts.ts';

export const fr = {
  locale: 'fr-FR',
  title: 'Certificat d’authenticité',
  subtitle:
    'Signatures électroniques avec code à usage unique – valable seulement avec le cachet électronique de {company}',
  document: 'Document',
  code: 'Code de vérification',
  pages: 'Pages',
  created: 'Créé',
  sent: 'Envoyé',
  sealed: 'Scellé',
  signatures: 'Signatures',
  role: { director: 'Pour l’entreprise', client: 'Autre partie' },
  channel: {
    email: { to: 'Code par e-mail à', alone: 'Code par e-mail' },
    sms: { to: 'Code par SMS au', alone: 'Code par SMS' },
  },
  method: {
    typed: 'Signature : nom saisi',
    drawn: 'Signature : dessinée à la main',
    image: 'Signature : image',
  },
  withStamp: 'avec tampon',
  address: 'Adresse IP',
  timeline: 'Chronologie',
  repeated: 'si répété, la dernière fois',
  times: '({n} fois)',
  moment: {
    invited: 'Invitation envoyée',
    undelivered: 'Message non remis',
    misdirected: 'Mauvais destinataire',
    reminded: 'Rappel envoyé',
    corrected: 'Contact modifié',
    invitedAgain: 'Nouvelle invitation envoyée',
    opened: 'Document ouvert',
    consented: 'Conditions acceptées',
    codeSent: 'Code envoyé',
    codeWrong: 'Code erroné',
    confirmed: 'Code confirmé',
    signed: 'Signature apposée',
  },
  fingerprints: 'Empreintes SHA-256',
  original: 'Original déposé',
  prepared: 'Document montré aux signataires',
  beforeSeal: 'Avec toutes les signatures, avant le cachet',
  ledgerHead: 'Dernière entrée du registre',
  extent:
    'Le registre compte {entries} entrées jusqu’au cachet. L’empreinte avant le cachet est celle des {bytes} premiers octets de ce fichier.',
  verify: 'Comment vérifier',
  scan: 'Scannez le code QR avec un téléphone : vous verrez si ce document est enregistré et qui l’a signé.',
  visit:
    'Ou ouvrez {url} et saisissez le code de vérification. Choisissez-y le fichier pour contrôler chaque signature ; le fichier ne quitte pas votre appareil.',
  offline:
    'Le code QR contient aussi une attestation signée avec la clé du cachet : elle suffit pour contrôler le fichier sans réseau.',
  nature:
    'Chaque personne nommée ici a signé avec une signature électronique confirmée par un code à usage unique qui lui a été envoyé ; {company} a ensuite scellé le document. Après la première signature, rien n’a été ajouté hormis champs, signatures, tampons et ce certificat.',
  page: 'Page {n} sur {total}',
  range: '{from}–{to} sur {total}',
} as const satisfies CertificateTexts;

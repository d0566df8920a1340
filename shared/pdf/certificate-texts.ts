import type { Language } from '../domain/party.ts';
import type { CertificateParty, MomentKind } from './certificate-facts.ts';

/** The words of the certificate. What stands in braces is filled in. */
export interface CertificateTexts {
  /** BCP 47, for dates. */
  locale: string;
  title: string;
  subtitle: string;
  document: string;
  code: string;
  pages: string;
  created: string;
  sent: string;
  sealed: string;
  signatures: string;
  role: Record<CertificateParty['role'], string>;
  channel: Record<CertificateParty['channel']['kind'], { to: string; alone: string }>;
  method: Record<CertificateParty['method'], string>;
  withStamp: string;
  address: string;
  timeline: string;
  /** What the time of a repeated event means. */
  repeated: string;
  times: string;
  moment: Record<MomentKind, string>;
  fingerprints: string;
  original: string;
  prepared: string;
  beforeSeal: string;
  ledgerHead: string;
  extent: string;
  verify: string;
  scan: string;
  visit: string;
  offline: string;
  nature: string;
  page: string;
  range: string;
}

export const CERTIFICATE_TEXTS = {
  it: {
    locale: 'it-IT',
    title: 'Certificato di autenticità',
    subtitle:
      'Firme elettroniche con codice monouso – vale solo con il sigillo elettronico di {company}',
    document: 'Documento',
    code: 'Codice di verifica',
    pages: 'Pagine',
    created: 'Creato',
    sent: 'Inviato',
    sealed: 'Sigillato',
    signatures: 'Firme',
    role: { director: 'Per l’azienda', client: 'Controparte' },
    channel: {
      email: { to: 'Codice via e-mail a', alone: 'Codice via e-mail' },
      sms: { to: 'Codice via SMS al', alone: 'Codice via SMS' },
    },
    method: {
      typed: 'Firma: nome digitato',
      drawn: 'Firma: disegnata a mano',
      image: 'Firma: immagine',
    },
    withStamp: 'con timbro',
    address: 'Indirizzo IP',
    timeline: 'Cronologia',
    repeated: 'se ripetuto, l’ultima volta',
    times: '({n} volte)',
    moment: {
      invited: 'Invito inviato',
      undelivered: 'Messaggio non recapitato',
      misdirected: 'Segnalato: destinatario errato',
      reminded: 'Sollecito inviato',
      corrected: 'Recapito modificato',
      invitedAgain: 'Nuovo invito inviato',
      opened: 'Documento aperto',
      consented: 'Condizioni accettate',
      codeSent: 'Codice inviato',
      codeWrong: 'Codice errato',
      confirmed: 'Codice confermato',
      signed: 'Firma apposta',
    },
    fingerprints: 'Impronte SHA-256',
    original: 'Originale caricato',
    prepared: 'Documento mostrato ai firmatari',
    beforeSeal: 'Con tutte le firme, prima del sigillo',
    ledgerHead: 'Ultima voce del registro',
    extent:
      'Il registro ha {entries} voci fino al sigillo. L’impronta prima del sigillo è quella dei primi {bytes} byte di questo file.',
    verify: 'Come verificare',
    scan: 'Inquadri il codice QR con il telefono: vedrà se questo documento è registrato e da chi è stato firmato.',
    visit:
      'Oppure apra {url} e scriva il codice di verifica. Scegliendo lì il file può controllare ogni firma; il file non lascia il suo dispositivo.',
    offline:
      'Il codice QR contiene anche un’attestazione firmata con la chiave del sigillo: basta a controllare il file senza rete.',
    nature:
      'Ogni persona indicata ha firmato con una firma elettronica confermata da un codice monouso inviato al suo recapito; {company} ha poi sigillato il documento. Dopo la prima firma nulla è stato aggiunto oltre a campi, firme, timbri e questo certificato.',
    page: 'Pagina {n} di {total}',
    range: '{from}–{to} di {total}',
  },
  en: {
    locale: 'en-GB',
    title: 'Certificate of authenticity',
    subtitle:
      'Electronic signatures with one-time code – valid only with the electronic seal of {company}',
    document: 'Document',
    code: 'Verification code',
    pages: 'Pages',
    created: 'Created',
    sent: 'Sent',
    sealed: 'Sealed',
    signatures: 'Signatures',
    role: { director: 'For the company', client: 'Other party' },
    channel: {
      email: { to: 'Code by e-mail to', alone: 'Code by e-mail' },
      sms: { to: 'Code by SMS to', alone: 'Code by SMS' },
    },
    method: {
      typed: 'Signature: typed name',
      drawn: 'Signature: drawn by hand',
      image: 'Signature: image',
    },
    withStamp: 'with stamp',
    address: 'IP address',
    timeline: 'Timeline',
    repeated: 'if repeated, the last time',
    times: '({n} times)',
    moment: {
      invited: 'Invited',
      undelivered: 'Message undelivered',
      misdirected: 'Reported: wrong recipient',
      reminded: 'Reminded',
      corrected: 'Contact changed',
      invitedAgain: 'Invited again',
      opened: 'Document opened',
      consented: 'Terms accepted',
      codeSent: 'Code sent',
      codeWrong: 'Wrong code',
      confirmed: 'Code confirmed',
      signed: 'Signed',
    },
    fingerprints: 'SHA-256 fingerprints',
    original: 'Original as uploaded',
    prepared: 'Document as shown to the signers',
    beforeSeal: 'With all signatures, before the seal',
    ledgerHead: 'Last entry of the ledger',
    extent:
      'The ledger has {entries} entries up to the seal. The fingerprint before the seal is that of this file’s first {bytes} bytes.',
    verify: 'How to verify',
    scan: 'Scan the QR code with a phone: you will see whether this document is on record and who signed it.',
    visit:
      'Or open {url} and type the verification code. Choose the file there to check every signature; the file never leaves your device.',
    offline:
      'The QR code also holds a statement signed with the seal’s key: enough to check the file with no network.',
    nature:
      'Each person named here signed with an electronic signature confirmed by a one-time code sent to that person; {company} then sealed the document. After the first signature nothing was added but fields, signatures, stamps and this certificate.',
    page: 'Page {n} of {total}',
    range: '{from}–{to} of {total}',
  },
  de: {
    locale: 'de-DE',
    title: 'Echtheitszertifikat',
    subtitle:
      'Elektronische Signaturen mit Einmalcode – gilt nur mit dem elektronischen Siegel von {company}',
    document: 'Dokument',
    code: 'Prüfcode',
    pages: 'Seiten',
    created: 'Angelegt',
    sent: 'Versandt',
    sealed: 'Gesiegelt',
    signatures: 'Unterschriften',
    role: { director: 'Für das Unternehmen', client: 'Vertragspartner' },
    channel: {
      email: { to: 'Code per E-Mail an', alone: 'Code per E-Mail' },
      sms: { to: 'Code per SMS an', alone: 'Code per SMS' },
    },
    method: {
      typed: 'Unterschrift: getippter Name',
      drawn: 'Unterschrift: von Hand gezeichnet',
      image: 'Unterschrift: Bild',
    },
    withStamp: 'mit Stempel',
    address: 'IP-Adresse',
    timeline: 'Ablauf',
    repeated: 'bei Wiederholung das letzte Mal',
    times: '({n}-mal)',
    moment: {
      invited: 'Eingeladen',
      undelivered: 'Nicht zugestellt',
      misdirected: 'Gemeldet: falscher Empfänger',
      reminded: 'Erinnert',
      corrected: 'Kontakt geändert',
      invitedAgain: 'Erneut eingeladen',
      opened: 'Dokument geöffnet',
      consented: 'Bedingungen angenommen',
      codeSent: 'Code gesendet',
      codeWrong: 'Falscher Code',
      confirmed: 'Code bestätigt',
      signed: 'Unterschrieben',
    },
    fingerprints: 'SHA-256-Prüfsummen',
    original: 'Hochgeladenes Original',
    prepared: 'Dokument, wie es gezeigt wurde',
    beforeSeal: 'Mit allen Unterschriften, vor dem Siegel',
    ledgerHead: 'Letzter Eintrag des Protokolls',
    extent:
      'Das Protokoll hat bis zum Siegel {entries} Einträge. Die Prüfsumme vor dem Siegel ist die der ersten {bytes} Bytes dieser Datei.',
    verify: 'So wird geprüft',
    scan: 'Scannen Sie den QR-Code mit dem Telefon: Sie sehen, ob dieses Dokument verzeichnet ist und wer unterschrieben hat.',
    visit:
      'Oder öffnen Sie {url} und geben Sie den Prüfcode ein. Wählen Sie dort die Datei, um jede Unterschrift zu prüfen; die Datei verlässt Ihr Gerät nicht.',
    offline:
      'Der QR-Code enthält auch eine mit dem Siegelschlüssel signierte Erklärung: Sie genügt, um die Datei ohne Netz zu prüfen.',
    nature:
      'Jede hier genannte Person hat mit einer elektronischen Signatur unterschrieben, bestätigt durch einen an sie gesandten Einmalcode; danach hat {company} das Dokument gesiegelt. Nach der ersten Unterschrift kamen nur Felder, Unterschriften, Stempel und dieses Zertifikat hinzu.',
    page: 'Seite {n} von {total}',
    range: '{from}–{to} von {total}',
  },
  fr: {
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
  },
  es: {
    locale: 'es-ES',
    title: 'Certificado de autenticidad',
    subtitle:
      'Firmas electrónicas con código de un solo uso – solo es válido con el sello electrónico de {company}',
    document: 'Documento',
    code: 'Código de verificación',
    pages: 'Páginas',
    created: 'Creado',
    sent: 'Enviado',
    sealed: 'Sellado',
    signatures: 'Firmas',
    role: { director: 'Por la empresa', client: 'Otra parte' },
    channel: {
      email: { to: 'Código por correo a', alone: 'Código por correo' },
      sms: { to: 'Código por SMS al', alone: 'Código por SMS' },
    },
    method: {
      typed: 'Firma: nombre escrito',
      drawn: 'Firma: dibujada a mano',
      image: 'Firma: imagen',
    },
    withStamp: 'con sello',
    address: 'Dirección IP',
    timeline: 'Cronología',
    repeated: 'si se repite, la última vez',
    times: '({n} veces)',
    moment: {
      invited: 'Invitación enviada',
      undelivered: 'Mensaje no entregado',
      misdirected: 'Avisado: destinatario erróneo',
      reminded: 'Recordatorio enviado',
      corrected: 'Contacto modificado',
      invitedAgain: 'Nueva invitación enviada',
      opened: 'Documento abierto',
      consented: 'Condiciones aceptadas',
      codeSent: 'Código enviado',
      codeWrong: 'Código erróneo',
      confirmed: 'Código confirmado',
      signed: 'Documento firmado',
    },
    fingerprints: 'Huellas SHA-256',
    original: 'Original subido',
    prepared: 'Documento mostrado a los firmantes',
    beforeSeal: 'Con todas las firmas, antes del sello electrónico',
    ledgerHead: 'Última entrada del registro',
    extent:
      'El registro tiene {entries} entradas hasta el sello electrónico. La huella anterior a ese sello es la de los primeros {bytes} bytes de este archivo.',
    verify: 'Cómo verificar',
    scan: 'Escanee el código QR con un teléfono: verá si este documento está registrado y quién lo firmó.',
    visit:
      'O abra {url} y escriba el código de verificación. Elija allí el archivo para comprobar cada firma; el archivo no sale de su dispositivo.',
    offline:
      'El código QR contiene también una declaración firmada con la clave del sello electrónico: basta para comprobar el archivo sin red.',
    nature:
      'Cada persona aquí nombrada firmó con una firma electrónica confirmada por un código de un solo uso que se le envió; después {company} selló el documento. Tras la primera firma solo se añadieron campos, firmas, sellos y este certificado.',
    page: 'Página {n} de {total}',
    range: '{from}–{to} de {total}',
  },
} as const satisfies Record<Language, CertificateTexts>;

import type { CertificateTexts } from './texts.ts';

export const it = {
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
} as const satisfies CertificateTexts;

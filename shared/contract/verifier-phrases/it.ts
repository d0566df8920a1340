import type { VerifierPhrases } from './verifier-phrases.ts';

export const italian: VerifierPhrases = {
  title: 'Verifica di un documento',
  onRecord: 'Codice registrato',
  notYetProof:
    'Il codice da solo non prova che il foglio o il file che ha davanti sia autentico: un codice si può copiare. Per esserne certi controlli il file; se ha solo la carta, la confronti con ciò che è registrato qui e chieda il file a chi gliel’ha data.',
  documentTitle: 'Titolo',
  reasons: {
    authentic:
      'L’impronta SHA-256 del file è quella registrata alla chiusura: nessun byte è cambiato.',
    altered:
      'Il codice è noto, ma l’impronta SHA-256 del file non è quella del documento firmato: il file è stato modificato, oppure è un altro file.',
    unknownCode: 'Nessun documento ha questo codice.',
    unknownFile:
      'Nessun documento firmato ha questa impronta SHA-256. Con il codice stampato sulle pagine si può sapere se il file è stato modificato.',
    open: 'Il documento con questo codice non è ancora stato firmato da tutti: non esiste ancora un file definitivo.',
    stopped:
      'La firma del documento con questo codice si è interrotta: un file definitivo non esiste.',
  },
  status: {
    open: 'In attesa di firme',
    completed: 'Firmato e sigillato',
    declined: 'Rifiutato da un firmatario',
    voided: 'Annullato dal mittente',
    expired: 'Scaduto senza tutte le firme',
    failed: 'Interrotto da un errore',
  },
  role: { director: 'per l’azienda', client: 'controparte' },
  code: 'Codice',
  company: 'Azienda',
  created: 'Creato',
  sent: 'Inviato',
  closed: 'Chiuso con il sigillo dell’azienda',
  available: 'Scaricabile dal suo link fino al',
  removed: 'Rimosso come previsto il',
  stillVerifiable:
    'Il documento è stato rimosso, come previsto. Chi ne conserva una copia può verificarla anche ora.',
  signers: 'Firmatari',
  signed: 'firmato il',
  waiting: 'non ancora firmato',
  notSigned: 'non firmato',
  size: 'Dimensione',
  bytes: 'byte',
  fingerprint: 'Impronta SHA-256',
  compare:
    'Per controllare un file senza questa pagina, ne calcoli l’impronta SHA-256 e la confronti con quella indicata.',
  authority: 'Certificato dell’autorità che ha emesso i certificati di firma',
  names: 'I nomi sono abbreviati per riservatezza: per intero sono nel documento.',
  unknown: 'Documento sconosciuto',
  unknownHint:
    'Controlli il codice: sono 26 lettere e cifre, stampate su ogni pagina in gruppi di cinque.',
  nowhere: 'Qui non c’è nulla',
  nowhereHint:
    'Questo indirizzo non porta a nessuna pagina. Per verificare un documento, inserisca qui il suo codice o ne controlli il file.',
  askCode: 'Codice di verifica',
  codeHint: '26 lettere e cifre, stampate su ogni pagina in gruppi di cinque.',
  show: 'Mostra',
  details: 'Dettagli per esperti',
  needsScript:
    'Per controllare un file in questa pagina occorrono JavaScript e un browser recente: Safari 17, Firefox 128, Chrome o Edge 111, Samsung Internet 22 o successivi.',
};

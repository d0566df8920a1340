import type { PublicRecord, VerifyAnswer } from '../../shared/contract/verifier.ts';
import type { Language } from '../../shared/domain/party.ts';

type Texts = Readonly<Record<Language, string>>;

/** Why an answer is what it is. The key is the case; its verdict stands in `judge`. */
export const REASONS = {
  authentic: {
    it: 'L’impronta SHA-256 del file è quella registrata alla chiusura: nessun byte è cambiato.',
    en: 'The SHA-256 of the file is the one recorded when it was closed: not one byte has changed.',
  },
  altered: {
    it: 'Il codice è noto, ma l’impronta SHA-256 del file non è quella del documento firmato: il file è stato modificato, oppure è un altro file.',
    en: 'The code is known, but the SHA-256 of the file is not that of the signed document: the file was changed, or it is another file.',
  },
  unknownCode: {
    it: 'Nessun documento ha questo codice.',
    en: 'No document has this code.',
  },
  unknownFile: {
    it: 'Nessun documento firmato ha questa impronta SHA-256. Con il codice stampato sulle pagine si può sapere se il file è stato modificato.',
    en: 'No signed document has this SHA-256. With the code printed on the pages it can be told whether the file was changed.',
  },
  open: {
    it: 'Il documento con questo codice non è ancora stato firmato da tutti: non esiste ancora un file definitivo.',
    en: 'The document with this code has not been signed by everyone yet: there is no final file yet.',
  },
  stopped: {
    it: 'La firma del documento con questo codice si è interrotta: un file definitivo non esiste.',
    en: 'The signing of the document with this code was stopped: there is no final file.',
  },
} as const satisfies Record<string, Texts>;

export const STATUS_TEXTS: Record<PublicRecord['status'], Texts> = {
  open: { it: 'In attesa di firme', en: 'Waiting for signatures' },
  completed: { it: 'Firmato e sigillato', en: 'Signed and sealed' },
  declined: { it: 'Rifiutato da un firmatario', en: 'Declined by a signer' },
  voided: { it: 'Annullato dal mittente', en: 'Voided by the sender' },
  expired: { it: 'Scaduto senza tutte le firme', en: 'Expired before everyone signed' },
  failed: { it: 'Interrotto da un errore', en: 'Stopped by an error' },
};

export const ROLE_TEXTS: Record<PublicRecord['signers'][number]['role'], Texts> = {
  director: { it: 'per l’azienda', en: 'for the company' },
  client: { it: 'cliente', en: 'client' },
};

export const PAGE_TEXTS = {
  title: { it: 'Verifica di un documento', en: 'Document verification' },
  code: { it: 'Codice', en: 'Code' },
  status: { it: 'Stato', en: 'Status' },
  company: { it: 'Azienda', en: 'Company' },
  created: { it: 'Creato', en: 'Created' },
  sent: { it: 'Inviato', en: 'Sent' },
  closed: { it: 'Chiuso con il sigillo dell’azienda', en: 'Closed with the company’s seal' },
  removed: { it: 'Scaricabile dal suo link fino al', en: 'At its download link until' },
  signers: { it: 'Firmatari', en: 'Signers' },
  signed: { it: 'firmato il', en: 'signed on' },
  waiting: { it: 'non ancora firmato', en: 'not signed yet' },
  notSigned: { it: 'non firmato', en: 'not signed' },
  size: { it: 'Dimensione', en: 'Size' },
  bytes: { it: 'byte', en: 'bytes' },
  compare: {
    it: 'Per controllare un file, calcola la sua impronta SHA-256 e confrontala con questa:',
    en: 'To check a file, compute its SHA-256 and compare it with this one:',
  },
  authority: {
    it: 'Certificato dell’autorità che ha emesso i certificati di firma',
    en: 'Certificate of the authority that issued the signing certificates',
  },
  names: {
    it: 'I nomi sono abbreviati per riservatezza: per intero sono nel documento.',
    en: 'Names are shortened for privacy: the document has them in full.',
  },
  unknown: { it: 'Documento sconosciuto', en: 'Unknown document' },
  unknownHint: {
    it: 'Controlla il codice: sono 26 lettere e cifre, stampate su ogni pagina in gruppi di cinque.',
    en: 'Check the code: 26 letters and digits, printed on every page in groups of five.',
  },
} as const satisfies Record<string, Texts>;

export const reasonFor = (reason: keyof typeof REASONS, language: Language): string =>
  REASONS[reason][language];

export type Judgement = {
  readonly verdict: VerifyAnswer['verdict'];
  readonly reason: keyof typeof REASONS;
};

import { al, il } from '../../../shared/contract/dates/italian-day.ts';
import type { Texts } from './texts.ts';

export const it: Texts = {
  skip: 'Vai al contenuto',
  language: 'Lingua',
  loading: 'Un momento…',
  asks: (sender, company) => `${sender} di ${company} le chiede di firmare`,
  ownRequest: (company) => `Ha inviato questo documento per ${company}: ora serve la sua firma`,
  toSign: (title) => title,
  until: (day) => `Può firmare entro ${day}.`,
  youAre: (name) => `Firma come ${name}.`,
  messageFrom: (sender) => `Messaggio di ${sender}`,
  ownMessage: 'Il suo messaggio a chi firma',
  others: 'Chi firma',
  signedOn: (day) => `ha firmato ${il(day)}`,
  notYet: 'non ha ancora firmato',
  notSigned: 'non ha firmato',
  viewer: {
    openAsPdf: 'Apri come PDF',
    document: 'Il documento',
    page: (number, count) => `Pagina ${number} di ${count}`,
    zoomIn: 'Ingrandisci',
    zoomOut: 'Riduci',
    loading: 'Apertura del documento…',
    undrawn: {
      partly: 'Qui questa pagina non si vede per intero.',
      not: 'Qui questa pagina non si è potuta mostrare.',
    },
    failed: 'Non è stato possibile aprire il documento. Controlli la connessione e riprovi.',
  },
  fields: {
    next: 'Prossimo campo',
    onPage: (label, page) => `${label}, pagina ${page}`,
  },
  seen: {
    pages: (pages) =>
      `Questo browser non mostra per intero il documento (pagine: ${pages}). Lo apra come PDF e lo legga lì: poi potrà firmare.`,
    document:
      'Qui il documento non si è potuto mostrare. Lo apra come PDF e lo legga lì: poi potrà firmare.',
  },
  sign: 'Firma',
  decline: 'Rifiuta',
  next: 'Continua',
  back: 'Indietro',
  tryAgain: 'Riprova',
  optional: 'facoltativo',
  offline:
    'La rete non risponde. Quello che ha inserito è ancora qui: riprovi quando è di nuovo in linea.',
  fault: 'Qualcosa non ha funzionato da parte nostra. Riprovi tra poco.',
  errorsTitle: 'C’è qualcosa da sistemare',
  nextSteps: 'Leggerà le condizioni, riceverà un codice, poi potrà compilare e firmare.',
  stampAsked: {
    required: 'Le si chiede anche il timbro dell’azienda: tenga pronta una foto o un’immagine.',
    optional:
      'Se vuole, può aggiungere anche il timbro dell’azienda: tenga pronta una foto o un’immagine.',
  },
  steps: {
    read: 'Leggi',
    terms: 'Condizioni',
    code: 'Codice',
    fill: 'Compila',
    stamp: 'Timbro',
    mark: 'Firma',
    review: 'Riepilogo',
  },
  contacts: {
    sentBy: (sender, company) => `Inviato da ${sender}, ${company}`,
    telephone: 'Telefono',
    privacy: 'Informativa sulla privacy',
  },
  terms: {
    title: 'Condizioni per firmare online',
    agree: 'Ho letto e accetto',
    version: (version) => `Versione ${version}`,
  },
  done: {
    title: 'Firmato da tutti',
    waitingTitle: 'La sua firma è registrata',
    sealing: 'Stiamo apponendo il sigillo: tra pochi secondi il documento è pronto.',
    lead: 'Il documento firmato arriva anche per messaggio a tutte le parti.',
    waiting: 'Quando tutti avranno firmato riceverà il documento completo.',
    reread: 'Rileggi il documento',
    withMine: 'Il documento come lo ha firmato, con i suoi dati e la sua firma.',
    withoutMine:
      'Il documento che ha firmato, senza i suoi dati e la sua firma: saranno nel documento completo.',
    see: 'Apri il documento',
    download: 'Scarica il PDF',
    availableUntil: (day) => `Disponibile qui fino ${al(day)}.`,
    verify: 'Verifica che il documento sia autentico',
  },
  declineDialog: {
    title: 'Rifiutare di firmare?',
    lead: 'Chi le ha inviato il documento vedrà il motivo. Non si può tornare indietro.',
    code: (channel) =>
      `Poi inserirà un codice che inviamo a ${channel}: così nessun altro può rifiutare a suo nome.`,
    reason: 'Motivo',
    cancel: 'Torna al documento',
    empty: 'Scriva il motivo.',
  },
  notForMe: {
    open: 'Non è per me',
    title: 'Non è per lei?',
    lead: (sender) =>
      `Avviseremo ${sender}, che potrà inviarlo alla persona giusta. Nulla viene firmato o rifiutato.`,
    send: 'Avvisa il mittente',
    told: (sender) => `Abbiamo avvisato ${sender} che non è per lei. Può chiudere questa pagina.`,
  },
  ended: {
    see: 'Vedi il documento',
    waiting: {
      title: 'Non è ancora il suo turno',
      lead: (names) => `Prima tocca a ${names}. Le scriveremo appena potrà firmare.`,
    },
    declined: {
      title: 'Il documento è stato rifiutato',
      lead: (name) =>
        `${name ?? 'Una delle parti'} non ha voluto firmare. Non deve fare nulla; per domande si rivolga al mittente.`,
    },
    declinedByMe: {
      title: 'Lei ha rifiutato di firmare',
      lead: 'Il mittente è stato avvisato, con il suo motivo. Non deve fare altro.',
    },
    voided: {
      title: 'La richiesta è stata annullata',
      lead: 'Il mittente ha annullato la richiesta di firma. Non deve fare nulla.',
    },
    expired: {
      title: 'Il termine è passato',
      lead: 'Il tempo per firmare è finito. Chieda al mittente di inviare di nuovo il documento.',
    },
    failed: {
      title: 'Il documento non può essere completato',
      lead: 'Si è verificato un problema e il mittente ne è stato avvisato.',
    },
    linkInvalid: {
      title: 'Questo link non è valido',
      lead: 'Forse è scaduto o è stato sostituito da uno più recente. Apra il link nell’ultimo messaggio ricevuto, o chieda al mittente di inviarlo di nuovo.',
    },
    lost: {
      title: 'Manca una parte del link',
      lead: 'Questo indirizzo è arrivato senza la parte finale, quella personale. Apra il link dal messaggio che ha ricevuto, premendolo; se non basta, lo copi per intero nella barra degli indirizzi o chieda al mittente un nuovo invito.',
    },
    cut: {
      title: 'Il link è incompleto',
      lead: 'Una parte del link è andata persa: a volte un programma di posta lo spezza su due righe. Apra il link dal messaggio, o lo copi per intero; se non basta, chieda al mittente un nuovo invito.',
    },
    cookies: {
      title: 'Questa pagina ha bisogno dei cookie',
      lead: 'Il browser non conserva il cookie con cui la pagina ricorda che è stata aperta con il suo link: serve solo a questo e non la segue altrove. Permetta i cookie per questo sito e riapra il link dal messaggio, oppure lo apra in un altro browser; dall’app di posta o di messaggi scelga «Apri nel browser».',
    },
    removed: {
      title: 'Il documento non è più qui',
      lead: (day) =>
        `È stato rimosso ${il(day)}, come previsto. Una copia firmata, se l’ha ricevuta per messaggio, resta valida e si può ancora verificare.`,
    },
    session: {
      title: 'Apra di nuovo il link',
      lead: 'Per sicurezza questa pagina va riaperta dal link nel messaggio che ha ricevuto. Quello che ha inserito è stato salvato.',
    },
    notOpened: { title: 'Non è stato possibile aprire la pagina' },
  },
};

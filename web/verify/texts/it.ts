import type { Texts } from './texts.ts';

export const it: Texts = {
  skip: 'Vai al contenuto',
  language: 'Lingua',
  lead: 'Qui può sapere se un documento firmato è autentico: con il file, con il codice stampato sulle pagine o con il codice QR.',
  fileTitle: 'Ha il file? Lo controlli',
  fileLead: 'Trascini qui il PDF firmato, oppure lo scelga.',
  choose: 'Scegli il PDF',
  drop: 'Rilasci il file per controllarlo',
  privacy:
    'Il file non viene caricato: il controllo avviene qui, su questo dispositivo, e funziona anche senza rete. Al registro si chiede soltanto la sua impronta.',
  checking: 'Controllo in corso…',
  again: 'Controlla un altro file',
  fault: 'Il controllo non è riuscito. Scelga di nuovo il file.',
  tooSlow:
    'Il controllo di questo file durava troppo ed è stato interrotto: con un documento sigillato qui non succede. Non se ne può dire nulla.',
  codeTitle: 'Cerchi un documento',
  codeWrong: 'Il codice ha 26 lettere e cifre: controlli di averlo scritto per intero.',
  scan: 'Inquadra il codice QR',
  scanHint: 'Inquadri il codice QR stampato sul certificato, nell’ultima parte del documento.',
  scanFailed: 'La fotocamera non è disponibile. Scriva il codice a mano.',
  scanForeign: 'Questo codice QR non è di un documento di questo registro.',
  close: 'Chiudi',
  verdict: {
    authentic: 'Autentico',
    another: 'Autentico, ma un altro documento',
    altered: 'Modificato',
    unknown: 'Sconosciuto',
    not_complete: 'Non concluso',
  },
  sentence: {
    authentic:
      'Tutte le firme sono valide e il file è esattamente quello registrato: non è cambiato neppure un byte.',
    authenticOffline:
      'Tutte le firme sono valide e nulla è cambiato dopo il sigillo. Il registro non ha risposto: il controllo è avvenuto senza rete.',
    authenticByQr:
      'Tutte le firme sono valide e il file è quello che il codice QR attesta. Il registro non ha risposto: il controllo è avvenuto senza rete.',
    authenticByHash:
      'Il file è esattamente quello registrato. Le singole firme non si sono potute controllare qui.',
    another:
      'Questo file è autentico: tutte le firme sono valide e nulla è cambiato. Non è però il documento di questa pagina: il suo codice è quello qui sotto.',
    anotherOffline:
      'Tutte le firme di questo file sono valide, ma non è il documento di questa pagina: il suo codice è quello qui sotto. Il registro non ha risposto: il controllo è avvenuto senza rete.',
    altered: 'Il file è stato cambiato dopo la firma, o è danneggiato: non vi faccia affidamento.',
    hashDiffers: 'Il file non è quello registrato con questo codice: non vi faccia affidamento.',
    qrDiffers: 'Il file non è quello che il codice QR attesta: non vi faccia affidamento.',
    foreign:
      'Questo PDF non è stato sigillato qui, o è una copia rifatta (stampata, scansionata o salvata di nuovo): non se ne può dire nulla.',
    notPdf: 'Questo file non è un PDF.',
    notThis:
      'Questo file non è il documento firmato con questo codice: è un altro file, o una copia rifatta (stampata, scansionata o salvata di nuovo).',
    otherCode: 'Questo file appartiene a un altro codice, non a quello di questa pagina.',
    unlisted: 'Il registro non conosce questo file.',
    future:
      'Il file viene dal futuro, secondo l’orologio di questo dispositivo: controlli data e ora, poi riprovi.',
    untrusted:
      'Le firme vengono da un’autorità diversa da quella di questa azienda: non se ne può dire nulla.',
    open: 'Il documento con questo codice non è ancora stato firmato da tutti: non esiste ancora un file definitivo.',
    stopped:
      'La firma del documento con questo codice si è interrotta: un file definitivo non esiste.',
  },
  signatures: 'Chi ha firmato',
  sealedBy: 'Chi ha sigillato',
  timeStamp: {
    title: 'Validazione temporale elettronica',
    own: 'non qualificata, della stessa azienda',
    outside: 'di un’autorità esterna',
  },
  stampedAt: 'validazione temporale:',
  kind: { party: 'Firma', seal: 'Sigillo dell’azienda', timestamp: 'Validazione temporale' },
  file: 'File',
  findings: 'Che cosa risulta',
  finding: {
    authentic: 'Ogni firma è corretta e nulla è cambiato dopo il sigillo dell’azienda.',
    hash_differs: 'Il file non è quello registrato con questo codice.',
    appended: 'Dopo il sigillo è stato aggiunto qualcosa in fondo al file.',
    file_end: 'Il file non finisce dove dovrebbe: qualcosa è stato aggiunto o tagliato.',
    structure: 'Il file è danneggiato o è stato ricostruito.',
    byte_range: 'Una firma non copre tutto il file com’era quando è stata apposta.',
    signature_wrong: 'Una firma non corrisponde al file.',
    timestamp_wrong: 'Una validazione temporale non corrisponde a ciò che conferma.',
    certificate_wrong: 'Un certificato non era valido al momento della firma.',
    certificate_revoked: 'Un certificato era revocato al momento della firma.',
    revocation_unknown:
      'Niente nel file dice se un certificato era ancora valido al momento della firma.',
    change_not_allowed: 'È cambiato qualcosa che dopo la firma nessuno può cambiare.',
    order: 'Le firme non sono nell’ordine previsto.',
    incomplete: 'Mancano il sigillo o la validazione temporale finali.',
    claim_wrong: 'Ciò che il sigillo dice del documento non vale per questo file.',
    future:
      'Una validazione temporale viene dal futuro: è sbagliato il suo orologio, o quello di questo dispositivo.',
    not_pdf: 'Il file non è un PDF.',
    not_ours: 'Il PDF non porta un sigillo di Sigillo.',
    untrusted: 'Le firme vengono da un’autorità che qui non è riconosciuta.',
  },
  refusedChanges: 'Modifiche non consentite',
  foreignSignature: {
    right: 'Corrisponde a ciò che copre; se fidarsi di chi ha firmato, qui non si giudica.',
    wrong: 'Non corrisponde a ciò che copre.',
    unreadable: 'È di un tipo che qui non si legge.',
  },
  register: 'Registro',
  registerAsked: 'Ha risposto alla richiesta fatta con la sola impronta.',
  registerSilent: 'Non ha risposto.',
  qr: 'Codice QR',
  qrMatches: 'Attesta questo file.',
  qrDiffers: 'Non attesta questo file.',
  qrUnread: 'Non si è potuto confrontare con questo file.',
  covers: 'Copre i primi',
  issuer: 'Emesso da',
  serialNumber: 'Numero di serie',
  validity: 'Validità',
  certificate: 'SHA-256 del certificato',
  inRegister: 'Nel registro',
  originalOnly: 'Questi dati riguardano il documento originale, non il file che ha controllato.',
};

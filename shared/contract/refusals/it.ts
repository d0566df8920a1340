import type { RefusalPhrases } from './refusal-phrases.ts';

export const italian: RefusalPhrases = {
  sentences: {
    address_not_verified:
      'L’accesso non conferma il Suo indirizzo e-mail: usi il link nel messaggio che Le è stato inviato.',
    already_signed: 'Il documento risulta già firmato[ il {at}].',
    batch_over_limit:
      'Il file chiede più di quanto oggi è possibile[: {asked} {act}, e ne restano {left}][, fino al {until}]. Divida il file oppure riprovi più tardi.',
    batch_unknown: 'Questo invio a molti non esiste o non viene più conservato.',
    body_too_large: 'La richiesta è troppo grande[: al massimo {most} byte].',
    cell_missing: 'Compili la cella[ «{column}»][ alla riga {row}].',
    code_elsewhere:
      'L’ultimo codice è stato richiesto da un’altra pagina o da un altro dispositivo: va inserito lì, oppure se ne può far inviare uno nuovo qui.',
    code_expired: 'Il codice è scaduto: vale cinque minuti. È possibile richiederne uno nuovo.',
    code_limit:
      'Sono già stati inviati troppi codici nell’ultima ora. Un nuovo codice può essere richiesto[ tra {seconds}].',
    code_locked:
      'Per sicurezza l’invio di altri codici è bloccato. Chi ha inviato il documento può sbloccarlo con un nuovo invito.',
    code_not_locked: 'È ancora possibile ricevere un codice: può richiederlo qui.',
    code_too_soon:
      'Un codice è appena stato inviato. Un altro può essere richiesto[ tra {seconds}].',
    code_used: 'Questo codice è già stato usato. È possibile richiederne uno nuovo.',
    code_wrong:
      'Il codice non è corretto.[ Tentativi rimasti: {triesLeft}.][ Sono stati inviati {codes} codici: vale solo il più recente.] È possibile riprovare o richiederne uno nuovo.',
    column_missing: 'Nella prima riga manca una colonna[: «{column}»].',
    column_repeated: 'Una colonna c’è due volte[: «{column}»].',
    column_unknown:
      'Una colonna non serve a nulla[: «{column}»]: la tolga oppure le dia il nome che ha nel file di esempio.',
    confirmation_required: 'Prima occorre inserire il codice ricevuto.',
    consent_outdated: 'Le condizioni sono cambiate: occorre rileggerle e accettarle.',
    consent_required: 'Prima di continuare occorre accettare le condizioni.',
    contact_invalid: 'A questo recapito non è possibile inviare messaggi.',
    copy_not_needed: 'Il documento firmato le arriva già per e-mail: non serve un altro indirizzo.',
    contact_unknown: 'Questo contatto non esiste.',
    country_not_served:
      'Non è possibile inviare SMS[ al numero di {name}] in quel Paese: scelga l’e-mail.',
    csv_too_large: 'Il file CSV è troppo grande[: al massimo {most} byte].',
    csv_unreadable:
      'Il file CSV non è leggibile[ alla riga {row}][, colonna {column}][: {problem}].',
    date_out_of_range:
      'Controlli la data[ di «{label}»][: {date} non è compreso tra {earliest} e {latest}].',
    deadline_out_of_range: 'La scadenza può essere un giorno[ dal {earliest} al {latest}].',
    director_first: 'In questa azienda firma prima chi la rappresenta, poi la controparte.',
    delivery_unknown: 'Questo invio non esiste più: gli invii si conservano 30 giorni.',
    document_changed:
      'Il documento è cambiato da quando è stato mostrato: occorre rileggerlo e richiedere un nuovo codice.',
    document_missing: 'Manca ancora il documento: carichi un PDF e attenda il controllo.',
    document_not_ready: 'Il documento è ancora in preparazione: riprovi tra qualche istante.',
    document_not_shown:
      'Prima di firmare occorre vedere il documento: ricarichi questa pagina e le verrà mostrato.',
    document_removed:
      'Il documento è stato rimosso[ il {at}], come previsto. Una copia conservata può ancora essere verificata.',
    draft_changed: 'La bozza è stata modificata in un’altra scheda o da un’altra persona.',
    envelope_closed: 'La richiesta di firma è chiusa[: {status}].',
    envelope_unknown: 'Questa richiesta di firma non esiste.',
    field_kind: 'Il valore[ di «{label}»] non è valido[: è richiesto {kind}].',
    field_missing: 'Occorre compilare[ «{label}»].',
    field_not_yours: 'Questo campo deve essere compilato da un’altra persona.',
    field_of_nobody:
      'Il campo[ «{label}»][ a pagina {page}] non è di nessuno: lo assegni a qualcuno o lo elimini.',
    field_too_long: 'Il valore[ di «{label}»] è troppo lungo[: al massimo {most} caratteri].',
    field_too_small:
      'Il campo[ «{label}»][ a pagina {page}] è troppo piccolo per essere compilato[: servono almeno {width} × {height} punti].',
    field_unknown: 'Il campo[ «{field}»] non esiste in questo documento.',
    fields_invalid:
      'Il campo[ «{label}»][ a pagina {page}] non può essere collocato così[: {problem}].',
    forbidden: 'Questa operazione non è consentita.',
    idempotency_key_reused:
      'Nell’ultimo giorno con questa Idempotency-Key è stata inviata un’altra richiesta: scelga una chiave nuova.',
    image_damaged: 'L’immagine è danneggiata: ne scelga un’altra.',
    image_too_large: 'L’immagine è troppo grande: ne scelga una più piccola.',
    image_type: 'L’immagine deve essere un file PNG o JPEG.',
    language_not_offered: 'La lingua scelta non è disponibile[: {language}]. Ne scelga un’altra.',
    layout_invalid: 'I campi non possono essere disegnati così sul documento.',
    link_invalid:
      'Questo link non è valido o non è più attivo. Usi il link del messaggio più recente o ne chieda uno nuovo a chi ha inviato il documento.',
    method_not_allowed: 'Questo indirizzo non accetta una richiesta di questo tipo.',
    not_completed: 'Il documento non è ancora stato firmato da tutti.',
    not_draft: 'La richiesta di firma è già stata inviata e non può più essere modificata.',
    not_found: 'Qui non c’è nulla.',
    not_your_turn: 'Non è ancora il momento di firmare: prima devono firmare altre persone.',
    number_not_mobile:
      'Gli SMS arrivano solo ai cellulari[, e il numero di {name} non lo è]: lo corregga o scelga l’e-mail.',
    option_repeated:
      'Due voci del campo[ «{label}»][ a pagina {page}] si leggono allo stesso modo[: «{option}»].',
    option_too_long:
      'La voce[ «{option}»] non entra nel campo[ «{label}»][ a pagina {page}]: la accorci[ o allarghi il campo ad almeno {width} punti].',
    owner_unknown:
      'Indichi una delle persone per cui questo token può agire[: {email} non è tra loro].',
    parties_invalid: 'I dati della richiesta di firma non vanno bene[: {problem}].',
    party_unknown: 'Questa persona non fa parte della richiesta di firma.',
    pdf_damaged:
      'Il PDF è danneggiato e non può essere riparato senza rischi: lo crei di nuovo dal documento di partenza.',
    pdf_embedded_files: 'Il PDF contiene file allegati: li rimuova e lo carichi di nuovo.',
    pdf_encrypted:
      'Il PDF è protetto da password o da restrizioni: lo salvi senza protezione e lo carichi di nuovo.',
    pdf_form_text:
      'Un campo modulo del PDF contiene un carattere che non può essere riprodotto[: «{character}»]. Stampi il modulo compilato come PDF normale e carichi quello.',
    pdf_signed:
      'Il PDF contiene già una firma digitale, che andrebbe persa: carichi il documento non firmato.',
    pdf_too_large: 'Il PDF è troppo grande: sono ammessi al massimo 50 MB e 2.000 pagine.',
    pdf_unforeseen:
      'Non siamo riusciti a elaborare questo PDF, e l’errore è nostro: è stato segnalato a chi gestisce il servizio. Lo stampi in un nuovo PDF e carichi quello.',
    pdf_unsafe:
      'Il PDF ha un contenuto che non può essere firmato in sicurezza: lo crei di nuovo dal documento di partenza.',
    pdf_xfa: 'Il PDF è un modulo dinamico (XFA): lo stampi come PDF normale e lo carichi di nuovo.',
    person_missing: 'Indichi la persona[ per il posto «{place}»].',
    place_unknown: 'Nel modello non c’è un posto[ «{place}»].',
    place_unnamed: 'Dia un nome al posto[ di {name}], per esempio «Cliente».',
    request_under_way:
      'Questa richiesta è ancora in corso: la invii di nuovo tra qualche secondo per avere la risposta.',
    scope_missing:
      'Questo token non lo consente[: manca l’ambito {scope}]. Un amministratore può crearne un altro.',
    session_expired: 'La sessione è scaduta: apra di nuovo il link.',
    session_missing: 'Per continuare occorre aprire il link ricevuto.',
    signature_blank: 'Nell’immagine non si vede nulla: ne scelga una in cui si veda l’inchiostro.',
    signature_field_missing: 'Manca un campo firma per uno dei firmatari[: {name}].',
    signature_missing: 'Manca la firma.',
    signature_unreadable: 'Una firma digitata è un nome: la scriva con lettere.',
    stamp_field_missing: 'Manca un campo timbro per un firmatario che deve timbrare[: {name}].',
    stamp_missing: 'Manca il timbro.',
    tag_not_removable:
      'Il segnaposto[ «{tag}»][ a pagina {page}] non può essere tolto dal documento: lo scriva per intero in un solo carattere e in orizzontale, oppure lo cancelli, e carichi di nuovo il PDF.',
    template_archived: 'Il modello è archiviato: lo tolga prima dall’archivio.',
    template_changed: 'Il modello è stato modificato in un’altra scheda o da un’altra persona.',
    template_full:
      'Il modello è stato modificato troppe volte[: al massimo {most}]. Lo duplichi e continui con la copia.',
    template_unknown: 'Questo modello non esiste.',
    text_empty: 'Un testo non contiene nulla di visibile: lo scriva di nuovo.',
    text_not_covered:
      'Il testo[ di «{label}»][ «{text}»] contiene un carattere che non può essere stampato[: «{character}»]. Le lettere possono essere latine, greche o cirilliche.',
    text_unreadable:
      'Il testo[ di «{label}»] contiene caratteri nascosti che lo farebbero leggere in altro modo: lo cancelli e lo digiti di nuovo.',
    token_ended: 'Questo token API è scaduto[ il {at}]: un amministratore può crearne uno nuovo.',
    token_missing: 'Invii un token API nell’intestazione Authorization, dopo la parola Bearer.',
    token_unknown: 'Questo token API non esiste: verifichi di averlo copiato per intero.',
    token_withdrawn:
      'Questo token API è stato revocato[ il {at}]: un amministratore può crearne uno nuovo.',
    too_many: 'È stato raggiunto il limite[: {act}][. Si può continuare dal {until}].',
    too_soon: 'Questa operazione è stata appena eseguita. Si può ripetere[ tra {seconds}].',
    upload_missing: 'Il file non risulta caricato: lo carichi di nuovo.',
    value_too_long: 'Il testo[ di «{label}»] non entra nello spazio previsto: lo accorci.',
    values_missing: 'Mancano i valori che deve inserire l’azienda.',
    webhook_address:
      'L’indirizzo deve iniziare con https:// e portare a un server raggiungibile da internet, non a una rete interna.',
    webhook_unknown: 'Questo webhook non esiste.',
    webhooks_full:
      'Non è possibile aggiungere altri webhook[: al massimo {most}]. Ne elimini uno che non serve più.',
  },
  terms: {
    draft: 'in bozza',
    preparing: 'in preparazione',
    signing: 'in firma',
    signed: 'tutti hanno firmato',
    completed: 'completata',
    declined: 'rifiutata',
    voided: 'annullata',
    expired: 'scaduta',
    failed: 'interrotta per un errore',
    purged: 'documento rimosso',
    text: 'un testo',
    number: 'un numero',
    date: 'una data',
    checkbox: 'una casella da spuntare',
    choice: 'una delle voci proposte',
    page: 'la pagina non esiste',
    id: 'il suo identificativo è ripetuto',
    party: 'il firmatario non esiste',
    kind: 'firme e timbri appartengono a un firmatario',
    options: 'mancano le voci tra cui scegliere',
    outside_page: 'esce dalla pagina',
    too_much: 'i campi sono troppi per un solo documento',
    none: 'manca un firmatario',
    too_many: 'i firmatari possono essere al massimo dieci',
    same_id: 'due firmatari hanno lo stesso identificativo',
    schedule: 'la scadenza o i promemoria non sono possibili',
    dates: 'il primo giorno ammesso viene dopo l’ultimo',
    remind: 'promemoria a questa persona',
    resend: 'nuovi inviti a questa persona',
    correct: 'correzioni di questo recapito',
    handOver: 'passaggi di questa richiesta a un altro collega',
    consent: 'accettazioni delle condizioni',
    open: 'aperture di questo link',
    edit: 'modifiche di questa bozza',
    create: 'nuove richieste di firma',
    send: 'richieste di firma inviate',
    upload: 'file caricati',
    text_message: 'SMS',
    template: 'modifiche dei modelli',
    webhook: 'modifiche e prove dei webhook',
    contact: 'contatti aggiunti o modificati',
    copy: 'copie per e-mail a questo indirizzo',
    batch: 'richieste di firma inviate a molti',
    not_text: 'non è un file di testo',
    no_rows: 'sotto i titoli delle colonne non ci sono righe',
    quote_open: 'le virgolette aperte non vengono chiuse',
    too_many_rows: 'le righe sono troppe, al massimo mille',
    too_many_columns: 'le colonne sono troppe',
    no_header: 'la colonna non ha un nome nella prima riga',
    cell_too_long: 'il testo della cella è troppo lungo',
  },
};

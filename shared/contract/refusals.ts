import type { RefusalCode } from '../domain/errors.ts';
import type { Language } from '../domain/party.ts';

type RefusalAnswer = { readonly status: number } & Readonly<Record<Language, string>>;

/**
 * What a caller gets for each refusal: the HTTP status and a sentence for people. `{name}` stands for
 * a detail of the refusal; a part in square brackets is left out when its detail is not known.
 */
export const REFUSALS = {
  already_signed: {
    status: 409,
    it: 'Il documento risulta già firmato[ il {at}].',
    en: 'The document has already been signed[ on {at}].',
  },
  code_expired: {
    status: 410,
    it: 'Il codice è scaduto: vale cinque minuti. È possibile richiederne uno nuovo.',
    en: 'The code has expired: it is valid for five minutes. You can ask for a new one.',
  },
  code_limit: {
    status: 429,
    it: 'Sono già stati inviati troppi codici nell’ultima ora. Un nuovo codice può essere richiesto[ tra {seconds}].',
    en: 'Too many codes were sent in the last hour. A new one can be requested[ in {seconds}].',
  },
  code_locked: {
    status: 423,
    it: 'Per sicurezza l’invio di altri codici è bloccato. Chi ha inviato il documento può sbloccarlo con un nuovo invito.',
    en: 'For security no more codes can be sent. The sender can unlock this with a new invitation.',
  },
  code_too_soon: {
    status: 429,
    it: 'Un codice è appena stato inviato. Un altro può essere richiesto[ tra {seconds}].',
    en: 'A code has just been sent. Another one can be requested[ in {seconds}].',
  },
  code_used: {
    status: 410,
    it: 'Questo codice è già stato usato. È possibile richiederne uno nuovo.',
    en: 'This code has already been used. You can ask for a new one.',
  },
  code_wrong: {
    status: 422,
    it: 'Il codice non è corretto.[ Tentativi rimasti: {triesLeft}.] È possibile riprovare o richiederne uno nuovo.',
    en: 'The code is not right.[ Tries left: {triesLeft}.] You can try again or ask for a new one.',
  },
  confirmation_required: {
    status: 403,
    it: 'Prima di firmare occorre inserire il codice ricevuto.',
    en: 'Enter the code you received before signing.',
  },
  consent_outdated: {
    status: 409,
    it: 'Le condizioni sono cambiate: occorre rileggerle e accettarle.',
    en: 'The terms have changed: please read and accept them again.',
  },
  consent_required: {
    status: 409,
    it: 'Prima di continuare occorre accettare le condizioni.',
    en: 'Accept the terms before you continue.',
  },
  contact_invalid: {
    status: 422,
    it: 'A questo recapito non è possibile inviare messaggi.',
    en: 'Messages cannot be sent to this contact.',
  },
  country_not_served: {
    status: 422,
    it: 'Non è possibile inviare SMS[ al numero di {name}] in quel Paese: scegliere l’e-mail.',
    en: 'Text messages cannot be sent to that country[ ({name}’s number)]: choose e-mail instead.',
  },
  document_changed: {
    status: 409,
    it: 'Il documento è cambiato da quando è stato mostrato: occorre rileggerlo e richiedere un nuovo codice.',
    en: 'The document has changed since it was shown: read it again and ask for a new code.',
  },
  document_missing: {
    status: 409,
    it: 'Manca ancora il documento: caricare un PDF e attendere il controllo.',
    en: 'There is no document yet: upload a PDF and wait until it has been checked.',
  },
  document_not_ready: {
    status: 409,
    it: 'Il documento è ancora in preparazione: riprovare tra qualche istante.',
    en: 'The document is still being prepared: try again in a moment.',
  },
  document_removed: {
    status: 410,
    it: 'Il documento è stato rimosso[ il {at}], come previsto. Una copia conservata può ancora essere verificata.',
    en: 'The document was removed[ on {at}], as planned. A copy that was kept can still be verified.',
  },
  envelope_closed: {
    status: 409,
    it: 'La richiesta di firma è chiusa[: {status}].',
    en: 'The signature request is closed[: {status}].',
  },
  envelope_unknown: {
    status: 404,
    it: 'Questa richiesta di firma non esiste.',
    en: 'There is no such signature request.',
  },
  field_kind: {
    status: 422,
    it: 'Il valore[ di «{label}»] non è valido[: è richiesto {kind}].',
    en: 'The value[ of “{label}”] is not valid[: it must be {kind}].',
  },
  field_missing: {
    status: 422,
    it: 'Occorre compilare[ «{label}»].',
    en: 'Please fill in[ “{label}”].',
  },
  field_not_yours: {
    status: 403,
    it: 'Questo campo deve essere compilato da un’altra persona.',
    en: 'This field is for someone else to fill in.',
  },
  field_too_long: {
    status: 422,
    it: 'Il valore[ di «{label}»] è troppo lungo[: al massimo {most} caratteri].',
    en: 'The value[ of “{label}”] is too long[: at most {most} characters].',
  },
  field_unknown: {
    status: 422,
    it: 'Il campo[ «{field}»] non esiste in questo documento.',
    en: 'There is no such field[ “{field}”] in this document.',
  },
  fields_invalid: {
    status: 422,
    it: 'Il campo[ «{field}»] non può essere collocato così[: {problem}].',
    en: 'The field[ “{field}”] cannot be placed like this[: {problem}].',
  },
  forbidden: {
    status: 403,
    it: 'Questa operazione non è consentita.',
    en: 'You are not allowed to do this.',
  },
  image_damaged: {
    status: 422,
    it: 'L’immagine è danneggiata: sceglierne un’altra.',
    en: 'The image is damaged: choose another one.',
  },
  image_too_large: {
    status: 422,
    it: 'L’immagine è troppo grande: sceglierne una più piccola.',
    en: 'The image is too large: choose a smaller one.',
  },
  image_type: {
    status: 422,
    it: 'L’immagine deve essere un file PNG o JPEG.',
    en: 'The image must be a PNG or JPEG file.',
  },
  layout_invalid: {
    status: 422,
    it: 'I campi non possono essere disegnati così sul documento.',
    en: 'The fields cannot be drawn on the document like this.',
  },
  link_invalid: {
    status: 404,
    it: 'Questo link non è valido o non è più attivo. Usare il link del messaggio più recente o chiederne uno nuovo a chi ha inviato il documento.',
    en: 'This link is not valid or no longer active. Use the link in the latest message, or ask the sender for a new one.',
  },
  not_completed: {
    status: 409,
    it: 'Il documento non è ancora stato firmato da tutti.',
    en: 'The document has not been signed by everyone yet.',
  },
  not_draft: {
    status: 409,
    it: 'La richiesta di firma è già stata inviata e non può più essere modificata.',
    en: 'The signature request has been sent and can no longer be changed.',
  },
  not_found: {
    status: 404,
    it: 'Qui non c’è nulla.',
    en: 'There is nothing here.',
  },
  not_your_turn: {
    status: 409,
    it: 'Non è ancora il momento di firmare: prima devono firmare altre persone.',
    en: 'It is not time to sign yet: others have to sign first.',
  },
  parties_invalid: {
    status: 422,
    it: 'I dati della richiesta di firma non vanno bene[: {problem}].',
    en: 'The signature request is not right[: {problem}].',
  },
  party_unknown: {
    status: 404,
    it: 'Questa persona non fa parte della richiesta di firma.',
    en: 'This person is not part of the signature request.',
  },
  pdf_damaged: {
    status: 422,
    it: 'Il PDF è danneggiato e non può essere riparato senza rischi: crearlo di nuovo dal documento di partenza.',
    en: 'The PDF is damaged and cannot be safely repaired: create it again from its source.',
  },
  pdf_embedded_files: {
    status: 422,
    it: 'Il PDF contiene file allegati: rimuoverli e caricarlo di nuovo.',
    en: 'The PDF has files attached inside it: remove them and upload it again.',
  },
  pdf_encrypted: {
    status: 422,
    it: 'Il PDF è protetto da password o da restrizioni: salvarlo senza protezione e caricarlo di nuovo.',
    en: 'The PDF is protected by a password or restrictions: save it without them and upload it again.',
  },
  pdf_signed: {
    status: 422,
    it: 'Il PDF contiene già una firma digitale, che andrebbe persa: caricare il documento non firmato.',
    en: 'The PDF already carries a digital signature, which would be lost: upload the unsigned document.',
  },
  pdf_too_large: {
    status: 422,
    it: 'Il PDF è troppo grande: sono ammessi al massimo 50 MB e 2.000 pagine.',
    en: 'The PDF is too large: at most 50 MB and 2,000 pages are accepted.',
  },
  pdf_unsafe: {
    status: 422,
    it: 'Il PDF ha un contenuto che non può essere firmato in sicurezza: crearlo di nuovo dal documento di partenza.',
    en: 'The PDF has content that cannot be signed safely: create it again from its source.',
  },
  pdf_xfa: {
    status: 422,
    it: 'Il PDF è un modulo dinamico (XFA): stamparlo come PDF normale e caricarlo di nuovo.',
    en: 'The PDF is a dynamic form (XFA): print it to an ordinary PDF and upload it again.',
  },
  session_expired: {
    status: 401,
    it: 'La sessione è scaduta: aprire di nuovo il link.',
    en: 'The session has expired: open the link again.',
  },
  session_missing: {
    status: 401,
    it: 'Per continuare occorre aprire il link ricevuto.',
    en: 'Open the link you received to continue.',
  },
  signature_field_missing: {
    status: 422,
    it: 'Manca un campo firma per uno dei firmatari.',
    en: 'A signer has no signature field.',
  },
  signature_missing: {
    status: 422,
    it: 'Manca la firma.',
    en: 'The signature is missing.',
  },
  stamp_missing: {
    status: 422,
    it: 'Manca il timbro.',
    en: 'The stamp is missing.',
  },
  text_not_covered: {
    status: 422,
    it: 'Il testo contiene un carattere che non può essere stampato[: «{character}»].',
    en: 'The text has a character that cannot be printed[: “{character}”].',
  },
  upload_missing: {
    status: 409,
    it: 'Il file non risulta caricato: caricarlo di nuovo.',
    en: 'The file has not arrived: upload it again.',
  },
  value_too_long: {
    status: 422,
    it: 'Il testo[ di «{label}»] non entra nello spazio previsto: accorciarlo.',
    en: 'The text[ of “{label}”] does not fit into its box: shorten it.',
  },
  values_missing: {
    status: 409,
    it: 'Mancano i valori che deve inserire l’azienda.',
    en: 'The company’s own values are missing.',
  },
} as const satisfies Record<RefusalCode, RefusalAnswer>;

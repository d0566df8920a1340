import type { TermsWords } from './terms-words.ts';

export const termsItalian = ({
  company,
  documentDays,
  evidenceYears,
  archiveYears,
  worth,
  capacity,
}: TermsWords): string =>
  `Condizioni per firmare online

Che cosa accetta
Accetta di leggere questo documento in forma elettronica e di firmarlo con una firma elettronica confermata da un codice monouso. Nessuno è obbligato a firmare in questo modo: può chiedere a ${company} di poter firmare su carta.

Come si firma
Inviamo un codice di sei cifre al recapito (e-mail o telefono) indicato da ${company}. Inserendolo conferma di avere accesso a quel recapito. Il codice vale cinque minuti e si usa una volta sola; nessuno di ${company} glielo chiederà. Poi compila i suoi campi, sceglie come appare la sua firma e firma.

Chi firma e chi sigilla
A firmare è lei, come persona: il sistema crea una chiave per questa sola firma, certificata da ${company} con il suo nome e il recapito confermato, e subito dopo la elimina. Quando tutti hanno firmato, ${company} appone al documento il proprio sigillo. Il sigillo è dell’azienda e non sostituisce la sua firma. ${capacity}

Che valore ha
${worth}

Quali dati sono conservati
Registriamo nome, recapito, indirizzo di rete (IP), tipo di browser e i momenti in cui apre il link, accetta queste condizioni, riceve e inserisce il codice, firma o rifiuta, insieme alle impronte (SHA-256) del documento e di ciò che consegna e, se ne indica uno, all’indirizzo e-mail per la sua copia. Ciò che scrive e le immagini di firma e timbro diventano parte del documento.

Per quanto tempo
Il documento firmato resta al suo link per ${documentDays} giorni dalla conclusione; poi viene rimosso con tutto ciò che vi è stato inserito, perciò ne conservi una copia.${archived(archiveYears, company)} Il registro degli eventi, che non è pubblico, è conservato ${evidenceYears} anni come prova. Per lo stesso tempo chiunque abbia una copia può verificarla online: la verifica mostra date, impronte e nomi abbreviati, non il contenuto.

Come ritirarsi
Finché non ha firmato può chiudere la pagina senza conseguenze, oppure rifiutare indicando un motivo, che chi ha inviato il documento potrà leggere. Così ritira anche questo consenso. Dopo la firma la richiesta non può più essere ritirata da qui: per il contratto e per i suoi dati si rivolga a ${company}.
`;

const archived = (years: number, company: string): string =>
  years > 0
    ? ` ${company} ne tiene una copia con il suo registro in un archivio proprio, per ${years} anni; da lì non viene più al suo link.`
    : '';

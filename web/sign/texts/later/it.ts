import { plural } from '../../../../shared/domain/text/plural.ts';
import type { LaterTexts } from './later-texts.ts';

export const it: LaterTexts = {
  code: {
    title: 'Inserisca il codice',
    sentTo: (channel) => `Abbiamo inviato un codice di sei cifre a ${channel}.`,
    label: 'Codice di sei cifre',
    hint: 'Può anche incollarlo.',
    timeLeft: (clock) => `Vale ancora ${clock}`,
    minutesLeft: (minutes) =>
      plural('it', minutes, { one: 'Vale ancora # minuto', other: 'Vale ancora # minuti' }),
    late: 'Il codice è scaduto. Se ne faccia inviare uno nuovo.',
    confirm: 'Conferma',
    again: 'Invia un nuovo codice',
    againIn: (seconds) =>
      plural('it', seconds, {
        one: 'Nuovo codice tra # secondo',
        other: 'Nuovo codice tra # secondi',
      }),
    againInMinutes: (minutes) =>
      plural('it', minutes, {
        one: 'Nuovo codice tra # minuto',
        other: 'Nuovo codice tra # minuti',
      }),
    empty: 'Inserisca le sei cifre del codice.',
    sentAgain: (channel) =>
      `Abbiamo inviato un nuovo codice a ${channel}. Quello di prima non vale più.`,
    tellSender: 'Avvisa il mittente',
    senderTold: (sender) => `Abbiamo avvisato ${sender}. Riceverà un nuovo link.`,
    inviteYourself: 'Può inviarsi un nuovo invito dalla console.',
  },
  confirmation: {
    ending: (time) =>
      `La conferma con il codice vale fino alle ${time}. Nulla va perso: può finire entro quell’ora, oppure confermare di nuovo con un nuovo codice.`,
    ended:
      'La conferma con il codice è scaduta. Nulla è andato perso: ciò che ha inserito è ancora qui. Per continuare confermi di nuovo con un nuovo codice.',
    again: 'Conferma con un nuovo codice',
    later: 'Più tardi',
  },
  copy: {
    title: 'Anche una copia per e-mail?',
    lead: (channel) =>
      `Quando tutti avranno firmato, le invieremo un SMS al numero ${channel} con il link al documento. Se indica un indirizzo e-mail, riceverà lì anche il PDF firmato: una volta sola, senza link né codici.`,
    label: 'Indirizzo e-mail per la sua copia',
    hint: 'Solo un indirizzo suo. Se preferisce di no, prosegua senza.',
    wrong: 'Controlli l’indirizzo e-mail: deve essere come nome@esempio.it.',
    none: 'Prosegui senza',
  },
  fill: {
    title: 'Compili i suoi campi',
    lead: 'I campi sono anche segnati sul documento: li tocchi per compilarli lì.',
    missing: (label) => `Compili «${label}».`,
    dateUnfinished: (label) => `Completi la data di «${label}».`,
    dateOutside: (label, earliest, latest) =>
      `Controlli la data di «${label}»: deve essere compresa tra ${earliest} e ${latest}.`,
    saved: 'Salvato',
    choose: 'Scelga',
  },
  mark: {
    title: 'La sua firma',
    ways: 'Come vuole firmare?',
    typed: 'Nome scritto',
    drawn: 'Disegno',
    image: 'Immagine',
    name: 'Nome e cognome',
    hands: 'Stile',
    hand: (number) => `Stile ${number}`,
    pad: 'Spazio per firmare',
    padHint: 'Firmi con il mouse, il dito o la penna.',
    padKeys: 'Da tastiera scelga «Nome scritto».',
    undo: 'Annulla l’ultimo tratto',
    clear: 'Cancella tutto',
    file: 'Scegli un file',
    camera: 'Scatta una foto',
    fileHint: 'Una foto o un’immagine della firma, meglio su foglio bianco.',
    rotate: 'Ruota',
    removeBackground: 'Togli lo sfondo',
    crop: 'Ritaglia',
    cropSides: { top: 'Sopra', right: 'Destra', bottom: 'Sotto', left: 'Sinistra' },
    preview: 'Anteprima',
    empty: 'Aggiunga la sua firma.',
    notImage: 'Questa immagine non si può aprire qui: scelga un file JPEG, PNG o WebP.',
    tooLarge: 'Questa immagine è troppo grande: il massimo è 20 MB.',
    tooSmall: 'Questa immagine è troppo piccola per essere leggibile: ne scelga una più grande.',
    blank: 'Dell’immagine non si vedrebbe nulla: lasci lo sfondo, o ne scelga un’altra.',
    canvasAltered:
      'Per proteggere la privacy il suo browser altera le immagini prima di consegnarle: ciò che disegna non sarebbe ciò che viene firmato. Consenta a questa pagina di leggere i dati del canvas, oppure usi un altro browser.',
    cameraFailed: 'La fotocamera non si può usare: la consenta nel browser, o scelga un file.',
    shoot: 'Scatta',
    anew: 'Disegna di nuovo',
    remove: 'Togli l’immagine',
  },
  stamp: {
    title: 'Timbro dell’azienda',
    required: 'Chi le ha inviato il documento chiede anche il timbro: senza non si può firmare.',
    optional: 'Può aggiungere il timbro, se vuole: si può firmare anche senza.',
    hint: 'Una foto o un’immagine del timbro.',
    missing: 'Aggiunga il timbro dell’azienda.',
    without: 'Continua senza timbro',
  },
  review: {
    title: 'Controlli prima di firmare',
    lead: 'Così apparirà nel documento.',
    document: (title, pages) => `«${title}», ${pages}`,
    pages: (count) => plural('it', count, { one: '# pagina', other: '# pagine' }),
    signature: 'Firma',
    initials: 'Sigla',
    stamp: 'Timbro',
    stampLeftOut: 'Non verrà apposto: lo spazio resta vuoto.',
    copy: 'Copia per e-mail',
    copyNone: 'Nessuna: riceverà solo l’SMS con il link.',
    fields: 'Campi',
    signingTime: 'data e ora della firma',
    see: (label, page) => `Vai a «${label}», pagina ${page}`,
    toSee: (count) =>
      plural('it', count, {
        one: 'Prima di firmare guardi dove andrà ciò che firma: manca # punto.',
        other: 'Prima di firmare guardi dove andrà ciò che firma: mancano # punti.',
      }),
    inWords:
      'Qui il documento non si può mostrare: lo apra come PDF. Sotto è scritto che cosa andrà dove.',
    binding: (title, pages) =>
      `Premendo «Firma ora» lei firma «${title}» (${pages}) con una firma elettronica e ne accetta il contenuto.`,
    where: (pages) => `Pagina ${pages}`,
    change: 'Modifica',
    yes: 'Sì',
    no: 'No',
    signNow: 'Firma ora',
    sealing: 'Firma in corso…',
    sealingLong: 'Stiamo ancora lavorando: non chiuda la pagina.',
  },
  declineStep: {
    title: 'Inserisca il codice per rifiutare',
    lead: (title) => `Conferma che rifiuta di firmare «${title}».`,
    send: 'Rifiuta',
  },
};

import { al, il } from '../../contract/dates/italian-day.ts';
import { COPY_LETTER } from '../copy-letter.ts';
import { handedOverLetter } from '../handed-over-letter.ts';
import type { Phrases, ReportedNotice } from '../notice.ts';
import { webhookOffLetter } from '../webhook-off-letter.ts';

const IGNORE = 'Se non aspettava questo messaggio, può ignorarlo: senza di lei non succede nulla.';

/** What the code authorizes; it is not valid for anything else. */
const ACTS = {
  sign: { to: 'per firmare', confirm: 'la firma di', nobodyCan: 'firmare per lei' },
  decline: {
    to: 'per rifiutare',
    confirm: 'che rifiuta di firmare',
    nobodyCan: 'rifiutare a suo nome',
  },
} as const;

export const italian: Phrases = {
  letters: {
    invitation: ({ company, sender, isSender, title, deadline, link, message }) => ({
      subject: `Da firmare: ${title}`,
      preview: `${company} le chiede di firmare un documento entro ${il(deadline)}.`,
      heading: 'Un documento attende la sua firma',
      paragraphs: [
        isSender
          ? `«${title}», che ha inviato per ${company}, attende anche la sua firma: lo legga e lo firmi.`
          : `${sender}, per ${company}, le chiede di leggere e firmare «${title}».`,
        `Può farlo dal telefono o dal computer, in pochi minuti, entro ${il(deadline)}. Per confermare che è lei riceverà un codice.`,
      ],
      ...(message && !isSender && { quote: { by: sender, text: message } }),
      button: { label: 'Leggi e firma', url: link },
      notes: [
        'Il link è personale: non lo inoltri a nessuno.',
        `Se non vuole firmare, può rifiutare dalla stessa pagina. ${IGNORE}`,
      ],
    }),
    reminder: ({ company, sender, isSender, title, deadline, link }) => ({
      subject: `Promemoria: ${title} attende la sua firma`,
      preview: `C’è tempo fino ${al(deadline)}.`,
      heading: 'La sua firma manca ancora',
      paragraphs: [
        isSender
          ? `Su «${title}», che ha inviato per ${company}, manca ancora la sua firma.`
          : `${sender}, per ${company}, attende ancora la sua firma su «${title}».`,
        `Il link resta valido fino ${al(deadline)}.`,
      ],
      button: { label: 'Leggi e firma', url: link },
      notes: ['Il link è personale: non lo inoltri a nessuno.', IGNORE],
    }),
    code: ({ company, recipient, title, code, purpose, minutes }) => ({
      subject: `Il codice ${ACTS[purpose].to}: ${title}`,
      preview: `Per ${recipient}. Vale ${minutes} minuti.`,
      heading: 'Il suo codice',
      paragraphs: [
        `Inserisca questo codice nella pagina aperta per confermare ${ACTS[purpose].confirm} «${title}». Vale ${minutes} minuti e si usa una volta sola.`,
      ],
      code,
      notes: [
        `Nessuno di ${company} le chiederà mai questo codice, né per telefono né per messaggio. Non lo comunichi a nessuno.`,
        `Se non lo ha richiesto, ignori questo messaggio: senza il codice nessuno può ${ACTS[purpose].nobodyCan}.`,
      ],
    }),
    notMine: ({ title, by, channel }) => ({
      subject: `Persona sbagliata? ${title}`,
      preview: `Il link per ${by} potrebbe essere arrivato a qualcun altro.`,
      heading: 'Il link potrebbe essere arrivato a qualcun altro',
      paragraphs: [
        `Chi ha aperto il link inviato a ${by} (${channel}) dice che «${title}» non è per lui o per lei. Nulla è stato firmato o rifiutato: la richiesta prosegue.`,
        'Apra la richiesta per correggere il recapito o per inviare un nuovo invito. In entrambi i casi i link inviati prima non valgono più.',
      ],
      notes: [],
    }),
    locked: ({ title, by, channel }) => ({
      subject: `Serve un nuovo invito per ${by}: ${title}`,
      preview: 'Non si possono inviare altri codici.',
      heading: `${by} non può ricevere altri codici`,
      paragraphs: [
        `${by} (${channel}) ha esaurito i codici per «${title}» e non può proseguire senza il suo aiuto.`,
        'Apra la richiesta e scelga «Nuovo invito»: parte un nuovo link e si possono inviare di nuovo i codici. Se i codici non arrivano, corregga il recapito.',
      ],
      notes: [],
    }),
    completed: ({ company, title, link, until, verifyUrl, attached }) => ({
      subject: `Firmato da tutti: ${title}`,
      preview: `Il documento firmato è disponibile fino ${al(until)}.`,
      heading: 'Il documento è firmato',
      paragraphs: [
        `Tutti hanno firmato «${title}» e ${company} lo ha sigillato.`,
        attached
          ? `La sua copia è allegata a questa e-mail: la conservi. Può anche scaricarla fino ${al(until)}; poi il documento viene rimosso.`
          : `Il documento è troppo grande per essere allegato: lo scarichi e lo conservi entro ${il(until)}, poi viene rimosso.`,
      ],
      button: {
        label: 'Scarica il documento',
        url: link,
      },
      link: { label: 'Verifica l’autenticità del documento', url: verifyUrl },
      notes: ['Chiunque riceva una copia può verificarla, anche dopo la rimozione.'],
    }),
    copy: COPY_LETTER.it,
    handedOver: handedOverLetter('it'),
    webhookOff: webhookOffLetter('it'),
    declined: ({ title, by, reason }) => ({
      subject: `Firma rifiutata: ${title}`,
      preview: `${by} ha scelto di non firmare.`,
      heading: 'La firma è stata rifiutata',
      paragraphs: [
        `${by} ha scelto di non firmare «${title}». La richiesta è chiusa e non serve fare altro.`,
      ],
      ...(reason && { quote: { by, text: reason } }),
      notes: ['Le firme già apposte non bastano a concludere il documento.'],
    }),
    voided: ({ company, sender, isSender, title, reason }) => ({
      subject: `Richiesta annullata: ${title}`,
      preview: 'Non serve fare altro.',
      heading: 'La richiesta di firma è annullata',
      paragraphs: [
        isSender
          ? `La richiesta di firma di «${title}», che ha inviato per ${company}, è annullata. Non serve fare altro.`
          : `${sender}, per ${company}, ha annullato la richiesta di firma di «${title}». Non serve fare altro.`,
      ],
      quote: { by: sender, text: reason },
      notes: ['I link ricevuti in precedenza non permettono più di firmare.'],
    }),
    expired: ({ title, deadline }) => ({
      subject: `Richiesta scaduta: ${title}`,
      preview: `Il termine era ${il(deadline)}.`,
      heading: 'La richiesta di firma è scaduta',
      paragraphs: [
        `Non tutti hanno firmato «${title}» entro ${il(deadline)}: la richiesta è chiusa.`,
      ],
      notes: ['Se il documento serve ancora, occorre una nuova richiesta.'],
    }),
    failed: ({ title, reason }) => ({
      subject: `Richiesta interrotta: ${title}`,
      preview: 'Il documento non è stato completato.',
      heading: 'La richiesta di firma si è interrotta',
      paragraphs: [
        `Un problema ha impedito di completare «${title}». La richiesta è chiusa.`,
        ...(reason ? [reason] : []),
      ],
      notes: ['Se il documento serve ancora, occorre una nuova richiesta.'],
    }),
    undelivered: ({ title, name, contact, about }) => {
      const what = (
        {
          invitation: `L’invito a firmare «${title}»`,
          reminder: `Il promemoria per la firma di «${title}»`,
          code: `Il codice per firmare «${title}»`,
          delivery: `Il documento firmato «${title}»`,
          copy: `L’altra copia del documento firmato «${title}»`,
          notice: `L’avviso che la richiesta per «${title}» è chiusa`,
        } satisfies Record<ReportedNotice, string>
      )[about.notice];
      const [said, heading, first] = {
        failed: [
          'Non recapitato',
          'Un messaggio non è arrivato',
          `${what} non è arrivato a ${name} al recapito ${contact}.`,
        ],
        complaint: [
          'Segnalato come spam',
          'Un messaggio è stato segnalato come spam',
          `${what}, inviato a ${name} al recapito ${contact}, è stato segnalato come spam. Altri messaggi a questo indirizzo potrebbero non arrivare.`,
        ],
      }[about.kind] as [string, string, string];
      const then = {
        reach: `La richiesta è ancora aperta. Chieda a ${name} qual è l’indirizzo o il numero giusto. Poi apra la richiesta e scelga «Correggi il recapito», oppure «Nuovo invito» se era giusto.`,
        wait: `Da allora ha scritto di nuovo a ${name}. Non serve fare nulla, a meno che venga segnalato anche quel messaggio.`,
        handOver: `Apra la richiesta, scarichi il documento firmato e lo consegni a ${name} finché è disponibile.`,
        tell: `Avvisi lei ${name}. La richiesta non ha bisogno di altro.`,
      }[about.next];
      return {
        subject: `${said}, ${name}: ${title}`,
        preview: first,
        heading,
        paragraphs: [first, then],
        notes: [],
      };
    },
  },
  texts: {
    invitation: ({ company, recipient, title, deadlineBrief, link }) =>
      `${company} per ${recipient}: da firmare, scadenza ${deadlineBrief}: "${title}" ${link}`,
    reminder: ({ company, recipient, title, deadlineBrief, link }) =>
      `${company} per ${recipient}: manca la sua firma, scadenza ${deadlineBrief}: "${title}" ${link}`,
    code: ({ company, recipient, code, purpose, title, minutes }) =>
      `${code} è il codice di ${recipient} ${ACTS[purpose].to} "${title}". Vale ${minutes} minuti. Nessuno di ${company} glielo chiederà.`,
    completed: ({ company, recipient, title, untilBrief, days, link }) =>
      `${company} per ${recipient}: "${title}" firmato da tutti. La copia resta ${days}, scadenza ${untilBrief}: ${link}`,
    stopped: ({ company, recipient, title }) =>
      `${company} per ${recipient}: la richiesta di firma "${title}" è chiusa. Non serve fare altro.`,
  },
  greeting: (name) => `Gentile ${name},`,
  openRequest: 'Apri la richiesta',
  addressHint: 'Se il pulsante non funziona, copi questo indirizzo nel browser:',
  footer: ({ company, sender }) =>
    `Messaggio inviato per ${company} su richiesta di ${sender}. Firma elettronica con codice monouso.`,
};

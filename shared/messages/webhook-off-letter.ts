import type { Language } from '../domain/envelope/party.ts';
import type { Common, Letter, NoticeFacts } from './notice.ts';

type WebhookOff = NoticeFacts['webhookOff'];

interface Words {
  readonly subject: (facts: WebhookOff) => string;
  readonly heading: string;
  readonly failing: (facts: WebhookOff) => string;
  readonly gone: (facts: WebhookOff) => string;
  readonly next: string;
  readonly open: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  it: {
    subject: ({ host }) => `Webhook disattivato: ${host}`,
    heading: 'Un suo webhook è stato disattivato',
    failing: ({ host, since }) =>
      `Dal ${since} nessun evento è arrivato a ${host}: per questo il webhook è stato disattivato.`,
    gone: ({ host, since }) =>
      `Il ${since} ${host} ha risposto che non vuole più eventi (410): per questo il webhook è stato disattivato.`,
    next: 'Nella console vede i tentativi degli ultimi 30 giorni, può riattivarlo e rinviare gli eventi che mancano.',
    open: 'Apri i webhook',
  },
  en: {
    subject: ({ host }) => `Webhook switched off: ${host}`,
    heading: 'A webhook of yours was switched off',
    failing: ({ host, since }) =>
      `No event has reached ${host} since ${since}, so the webhook was switched off.`,
    gone: ({ host, since }) =>
      `On ${since} ${host} answered that it wants no more events (410), so the webhook was switched off.`,
    next: 'In the console you see the attempts of the last 30 days, can switch it on again and send again what is missing.',
    open: 'Open the webhooks',
  },
  de: {
    subject: ({ host }) => `Webhook abgeschaltet: ${host}`,
    heading: 'Ein Webhook von Ihnen wurde abgeschaltet',
    failing: ({ host, since }) =>
      `Seit ${since} hat kein Ereignis ${host} erreicht; deshalb wurde der Webhook abgeschaltet.`,
    gone: ({ host, since }) =>
      `Am ${since} hat ${host} geantwortet, dass keine Ereignisse mehr gewünscht sind (410); deshalb wurde der Webhook abgeschaltet.`,
    next: 'In der Konsole sehen Sie die Versuche der letzten 30 Tage, können ihn wieder einschalten und erneut senden, was fehlt.',
    open: 'Webhooks öffnen',
  },
  fr: {
    subject: ({ host }) => `Webhook désactivé : ${host}`,
    heading: 'Un de vos webhooks a été désactivé',
    failing: ({ host, since }) =>
      `Depuis le ${since}, aucun événement n’est parvenu à ${host} : le webhook a donc été désactivé.`,
    gone: ({ host, since }) =>
      `Le ${since}, ${host} a répondu ne plus vouloir d’événements (410) : le webhook a donc été désactivé.`,
    next: 'Dans la console, vous voyez les tentatives des 30 derniers jours, pouvez le réactiver et renvoyer ce qui manque.',
    open: 'Ouvrir les webhooks',
  },
  es: {
    subject: ({ host }) => `Webhook desactivado: ${host}`,
    heading: 'Se ha desactivado un webhook suyo',
    failing: ({ host, since }) =>
      `Desde el ${since} ningún evento ha llegado a ${host}; por eso se ha desactivado el webhook.`,
    gone: ({ host, since }) =>
      `El ${since} ${host} respondió que no quiere más eventos (410); por eso se ha desactivado el webhook.`,
    next: 'En la consola ve los intentos de los últimos 30 días, puede volver a activarlo y enviar de nuevo lo que falta.',
    open: 'Abrir los webhooks',
  },
};

/** To whoever registered a webhook that was switched off by itself. */
export const webhookOffLetter =
  (language: Language) =>
  (facts: Common & WebhookOff): Letter => {
    const words = WORDS[language];
    const said = facts.isGone ? words.gone(facts) : words.failing(facts);
    return {
      subject: words.subject(facts),
      preview: said,
      heading: words.heading,
      paragraphs: [said, words.next],
      button: { label: words.open, url: facts.listUrl },
      notes: [],
    };
  };

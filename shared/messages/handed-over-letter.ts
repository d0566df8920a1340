import type { Language } from '../domain/envelope/party.ts';
import type { Common, Letter, NoticeFacts } from './notice.ts';

type HandedOver = Common & NoticeFacts['handedOver'];

interface Words {
  one(facts: HandedOver): { readonly subject: string; readonly said: string };
  /** A batch is announced with its first envelope, before all are handed over. */
  many(facts: HandedOver & { readonly many: number }): {
    readonly subject: string;
    readonly said: string;
  };
  all(facts: HandedOver): { readonly subject: string; readonly said: string };
  readonly heading: string;
  /** Also used in the preview. */
  readonly since: string;
  readonly later: string;
  readonly open: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  it: {
    one: ({ sender, from, title }) => ({
      subject: `Ora è affidata a lei: ${title}`,
      said: `${sender} le ha passato la richiesta di firma «${title}», che era di ${from}.`,
    }),
    many: ({ sender, from, title, many }) => ({
      subject: `${sender} le passa ${many} richieste di firma`,
      said: `${sender} ha scelto ${many} richieste di firma da passare a lei. La prima è «${title}», che era di ${from}.`,
    }),
    all: ({ sender, from }) => ({
      subject: `${sender} le passa le richieste di firma di ${from}`,
      said: `${sender} ha scelto di passare a lei tutte le richieste di firma di ${from}.`,
    }),
    heading: 'Richieste di firma affidate a lei',
    since:
      'D’ora in poi le vede nella console, riceve gli avvisi che le riguardano ed è lei il mittente dei messaggi a chi firma.',
    later:
      'Compaiono nella console una dopo l’altra, di solito entro pochi minuti. Quelle che non si possono passare restano a chi le ha.',
    open: 'Apri le richieste',
  },
  en: {
    one: ({ sender, from, title }) => ({
      subject: `Handed over to you: ${title}`,
      said: `${sender} has handed the signature request “${title}” over to you. It was ${from}’s.`,
    }),
    many: ({ sender, from, title, many }) => ({
      subject: `${sender} hands ${many} signature requests over to you`,
      said: `${sender} has chosen ${many} signature requests to hand over to you. The first is “${title}”, which was ${from}’s.`,
    }),
    all: ({ sender, from }) => ({
      subject: `${sender} hands ${from}’s signature requests over to you`,
      said: `${sender} has chosen to hand all signature requests of ${from} over to you.`,
    }),
    heading: 'Signature requests handed over to you',
    since:
      'From now on you see them in the console, you get the notices about them, and messages to those who sign come from you.',
    later:
      'They appear in the console one after another, usually within a few minutes. Those that cannot be handed over stay with whoever has them.',
    open: 'Open the requests',
  },
  de: {
    one: ({ sender, from, title }) => ({
      subject: `An Sie übergeben: ${title}`,
      said: `${sender} hat Ihnen den Vorgang „${title}“ übergeben, der ${from} gehörte.`,
    }),
    many: ({ sender, from, title, many }) => ({
      subject: `${sender} übergibt Ihnen ${many} Vorgänge`,
      said: `${sender} hat ${many} Vorgänge ausgewählt, um sie Ihnen zu übergeben. Der erste ist „${title}“, der ${from} gehörte.`,
    }),
    all: ({ sender, from }) => ({
      subject: `${sender} übergibt Ihnen die Vorgänge von ${from}`,
      said: `${sender} möchte Ihnen alle Vorgänge von ${from} übergeben.`,
    }),
    heading: 'Vorgänge an Sie übergeben',
    since:
      'Ab jetzt sehen Sie sie in der Konsole, erhalten die Hinweise dazu und sind Absender der Nachrichten an alle, die unterschreiben.',
    later:
      'Sie erscheinen nacheinander in der Konsole, meist innerhalb weniger Minuten. Was nicht übergeben werden kann, bleibt, bei wem es ist.',
    open: 'Vorgänge öffnen',
  },
  fr: {
    one: ({ sender, from, title }) => ({
      subject: `Transmise à vous : ${title}`,
      said: `${sender} vous a transmis la demande de signature « ${title} », qui était à ${from}.`,
    }),
    many: ({ sender, from, title, many }) => ({
      subject: `${sender} vous transmet ${many} demandes de signature`,
      said: `${sender} a choisi ${many} demandes de signature à vous transmettre. La première est « ${title} », qui était à ${from}.`,
    }),
    all: ({ sender, from }) => ({
      subject: `${sender} vous transmet les demandes de signature de ${from}`,
      said: `${sender} a choisi de vous transmettre toutes les demandes de signature de ${from}.`,
    }),
    heading: 'Des demandes de signature vous sont transmises',
    since:
      'Désormais vous les voyez dans la console, vous recevez les avis qui les concernent et les messages aux signataires viennent de vous.',
    later:
      'Elles apparaissent dans la console l’une après l’autre, en général en quelques minutes. Celles qui ne peuvent pas être transmises restent à qui les a.',
    open: 'Ouvrir les demandes',
  },
  es: {
    one: ({ sender, from, title }) => ({
      subject: `Ahora está a su cargo: ${title}`,
      said: `${sender} le ha traspasado la solicitud de firma «${title}», que era de ${from}.`,
    }),
    many: ({ sender, from, title, many }) => ({
      subject: `${sender} le traspasa ${many} solicitudes de firma`,
      said: `${sender} ha elegido ${many} solicitudes de firma para traspasárselas. La primera es «${title}», que era de ${from}.`,
    }),
    all: ({ sender, from }) => ({
      subject: `${sender} le traspasa las solicitudes de firma de ${from}`,
      said: `${sender} ha decidido traspasarle todas las solicitudes de firma de ${from}.`,
    }),
    heading: 'Solicitudes de firma a su cargo',
    since:
      'Desde ahora las ve en la consola, recibe los avisos sobre ellas y los mensajes a quienes firman salen en su nombre.',
    later:
      'Aparecen en la consola una tras otra, normalmente en pocos minutos. Las que no se pueden traspasar siguen siendo de quien las tiene.',
    open: 'Abrir las solicitudes',
  },
};

/** The mail to the new owner of one envelope or a batch. */
export const handedOverLetter =
  (language: Language) =>
  (facts: HandedOver): Letter => {
    const words = WORDS[language];
    const { many, listUrl } = facts;
    const said =
      many === 'all'
        ? words.all(facts)
        : many === 1
          ? words.one(facts)
          : words.many({ ...facts, many });
    return {
      subject: said.subject,
      preview: words.since,
      heading: words.heading,
      paragraphs: [said.said, words.since, ...(listUrl ? [words.later] : [])],
      ...(listUrl && { button: { label: words.open, url: listUrl } }),
      notes: [],
    };
  };

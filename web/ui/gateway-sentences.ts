import type { GatewayStatus } from '../../shared/contract/api/problem-codes.ts';
import { isLanguage, type Language } from './language.ts';

/** Messages for errors of the API gateway or S3, whose own texts are not meant for users. */
const SENTENCES: Readonly<Record<Language, Readonly<Record<GatewayStatus, string>>>> = {
  it: {
    401: 'L’accesso è scaduto: acceda di nuovo.',
    404: 'Qui non c’è nulla.',
    413: 'Quanto inviato è troppo grande.',
    429: 'In questo momento arrivano troppe richieste: riprovi tra un minuto.',
    500: 'Qualcosa non ha funzionato: riprovi tra poco.',
    503: 'Il servizio è molto occupato: riprovi tra poco.',
  },
  en: {
    401: 'Your sign-in has ended: sign in again.',
    404: 'There is nothing here.',
    413: 'What was sent is too large.',
    429: 'Too many requests are coming in just now: try again in a minute.',
    500: 'Something went wrong: try again shortly.',
    503: 'The service is very busy: try again shortly.',
  },
  de: {
    401: 'Ihre Anmeldung ist abgelaufen: Melden Sie sich neu an.',
    404: 'Hier ist nichts.',
    413: 'Das Gesendete ist zu groß.',
    429: 'Gerade kommen zu viele Anfragen: Versuchen Sie es in einer Minute noch einmal.',
    500: 'Etwas hat nicht funktioniert: Versuchen Sie es gleich noch einmal.',
    503: 'Der Dienst ist stark ausgelastet: Versuchen Sie es gleich noch einmal.',
  },
  fr: {
    401: 'Votre connexion a expiré : connectez-vous de nouveau.',
    404: 'Il n’y a rien ici.',
    413: 'L’envoi est trop volumineux.',
    429: 'Trop de demandes arrivent en ce moment : réessayez dans une minute.',
    500: 'Quelque chose n’a pas fonctionné : réessayez dans un instant.',
    503: 'Le service est très sollicité : réessayez dans un instant.',
  },
  es: {
    401: 'Su sesión ha terminado: vuelva a entrar.',
    404: 'Aquí no hay nada.',
    413: 'Lo enviado es demasiado grande.',
    429: 'En este momento llegan demasiadas solicitudes: vuelva a intentarlo en un minuto.',
    500: 'Algo no ha funcionado: vuelva a intentarlo en breve.',
    503: 'El servicio está muy ocupado: vuelva a intentarlo en breve.',
  },
};

/** Message for a status without a problem body; unknown ones count as a server fault. */
export function gatewaySentence(status: number, language: string): string {
  const sentences = SENTENCES[isLanguage(language) ? language : 'en'];
  return status in sentences ? sentences[status as GatewayStatus] : sentences[500];
}

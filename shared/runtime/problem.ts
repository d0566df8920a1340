import type { Problem } from '../contract/api/problem.ts';
import { PROBLEM_STATUS } from '../contract/api/problem-codes.ts';
import type { Language } from '../domain/envelope/party.ts';
import { Conflict, Malformed, NewerRelease, Refusal } from '../domain/errors.ts';
import type { HttpResult } from './http-event.ts';
import { jsonResult } from './reply.ts';

interface Asked {
  readonly requestId: string;
  readonly language: Language;
  readonly timeZone: string;
}

const SENTENCES = {
  malformed: {
    it: 'La richiesta non è scritta come previsto.',
    en: 'The request is not written as expected.',
    de: 'Die Anfrage ist nicht so aufgebaut wie erwartet.',
    fr: 'La demande n’est pas écrite comme prévu.',
    es: 'La solicitud no está escrita como se esperaba.',
  },
  busy: {
    it: 'In questo momento ci sono altre operazioni in corso: riprovi tra poco.',
    en: 'Other operations are under way just now: try again shortly.',
    de: 'Gerade laufen andere Vorgänge: Bitte versuchen Sie es gleich noch einmal.',
    fr: 'D’autres opérations sont en cours : réessayez dans un instant.',
    es: 'En este momento hay otras operaciones en curso: vuelva a intentarlo en breve.',
  },
  newer_release: {
    it: 'Questi dati sono stati scritti da una versione più recente del servizio, che al momento non è attiva. Nulla è andato perduto: riprovi più tardi.',
    en: 'This was written by a newer version of the service, which is not running just now. Nothing is lost: try again later.',
    de: 'Diese Daten stammen von einer neueren Version des Dienstes, die gerade nicht läuft. Es ist nichts verloren: Bitte versuchen Sie es später noch einmal.',
    fr: 'Ces données ont été écrites par une version plus récente du service, qui n’est pas active pour le moment. Rien n’est perdu : réessayez plus tard.',
    es: 'Estos datos los escribió una versión más reciente del servicio, que en este momento no está activa. No se ha perdido nada: vuelva a intentarlo más tarde.',
  },
  internal: {
    it: 'Qualcosa non ha funzionato e nulla è stato perso: riprovi tra poco.',
    en: 'Something went wrong and nothing was lost: try again shortly.',
    de: 'Etwas hat nicht funktioniert, es ist nichts verloren: Bitte versuchen Sie es gleich noch einmal.',
    fr: 'Quelque chose n’a pas fonctionné, rien n’est perdu : réessayez dans un instant.',
    es: 'Algo no ha funcionado y no se ha perdido nada: vuelva a intentarlo en breve.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** The error response: a refusal in full, a fault with the request's id only. */
export async function problemResult(error: Error, asked: Asked): Promise<HttpResult> {
  const problem = await problemOf(error, asked);
  return jsonResult(
    problem,
    { status: problem.status, headers: { ...retryAfter(problem), ...allowed(problem) } },
    'application/problem+json; charset=utf-8',
  );
}

async function problemOf(error: Error, asked: Asked): Promise<Problem> {
  if (error instanceof Refusal) return refused(error, asked);
  if (error instanceof Malformed)
    return { ...plain('malformed', asked), issues: [...error.issues] };
  if (error instanceof NewerRelease) return plain('newer_release', asked);
  return plain(error instanceof Conflict ? 'busy' : 'internal', asked);
}

/** The sentences are imported with the first refusal, which shortens cold starts. */
async function refused(
  { code, detail }: Refusal,
  { requestId, language, timeZone }: Asked,
): Promise<Problem> {
  const { refusalSentence } = await import('../contract/refusals/refusal-sentence.ts');
  return {
    type: `urn:sigillo:${code}`,
    title: refusalSentence({ code, detail }, language, timeZone),
    status: PROBLEM_STATUS[code],
    code,
    language,
    requestId,
    ...(Object.keys(detail).length > 0 && { facts: { ...detail } }),
  };
}

function plain(code: keyof typeof SENTENCES, { requestId, language }: Asked): Problem {
  const title = SENTENCES[code][language];
  const status = PROBLEM_STATUS[code];
  return { type: `urn:sigillo:${code}`, title, status, code, language, requestId };
}

/** Retry-After in seconds (RFC 9110 § 10.2.3); redeploying a newer release takes longer than a minute. */
function retryAfter({ status, code, facts }: Problem): Record<string, string> {
  if (code === 'newer_release') return { 'retry-after': '60' };
  if (status === 429 && facts?.seconds !== undefined)
    return { 'retry-after': String(facts.seconds) };
  return status === 503 ? { 'retry-after': '1' } : {};
}

/** The Allow header of a 405 (RFC 9110 § 10.2.1). */
const allowed = ({ status, facts }: Problem): Record<string, string> =>
  status === 405 && facts?.allow !== undefined ? { allow: String(facts.allow) } : {};

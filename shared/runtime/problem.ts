import type { Problem } from '../contract/problem.ts';
import { PROBLEM_STATUS } from '../contract/problem-codes.ts';
import { Conflict, Malformed, Refusal } from '../domain/errors.ts';
import type { Language } from '../domain/party.ts';
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
  internal: {
    it: 'Qualcosa non ha funzionato e nulla è stato perso: riprovi tra poco.',
    en: 'Something went wrong and nothing was lost: try again shortly.',
    de: 'Etwas hat nicht funktioniert, es ist nichts verloren: Bitte versuchen Sie es gleich noch einmal.',
    fr: 'Quelque chose n’a pas fonctionné, rien n’est perdu : réessayez dans un instant.',
    es: 'Algo no ha funcionado y no se ha perdido nada: vuelva a intentarlo en breve.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What the caller is told: all of a refusal, nothing of a fault but the request's id. */
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
  return plain(error instanceof Conflict ? 'busy' : 'internal', asked);
}

/** The sentences are loaded for the first refusal: most calls are none. */
async function refused(
  { code, detail }: Refusal,
  { requestId, language, timeZone }: Asked,
): Promise<Problem> {
  const { refusalSentence } = await import('../contract/refusal-sentence.ts');
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

/** Seconds (RFC 9110 § 10.2.3). */
function retryAfter({ status, facts }: Problem): Record<string, string> {
  if (status === 429 && facts?.seconds !== undefined)
    return { 'retry-after': String(facts.seconds) };
  return status === 503 ? { 'retry-after': '1' } : {};
}

/** The methods that an address does take (RFC 9110 § 10.2.1). */
const allowed = ({ status, facts }: Problem): Record<string, string> =>
  status === 405 && facts?.allow !== undefined ? { allow: String(facts.allow) } : {};

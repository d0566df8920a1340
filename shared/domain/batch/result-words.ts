import type { Language } from '../envelope/party.ts';
import type { BatchRowState } from './batch.ts';

export interface ResultWords {
  readonly row: string;
  readonly state: string;
  readonly code: string;
  readonly problem: string;
  readonly states: Readonly<Record<BatchRowState | 'waiting', string>>;
}

/** What the columns of a file of results are called, and what stands in them. */
export const RESULT_WORDS: Readonly<Record<Language, ResultWords>> = {
  it: {
    row: 'Riga del file inviato',
    state: 'Esito',
    code: 'Codice di verifica',
    problem: 'Problema',
    states: { waiting: 'in attesa', begun: 'in corso', sent: 'inviata', failed: 'non riuscita' },
  },
  en: {
    row: 'Row of the file sent',
    state: 'Result',
    code: 'Verification code',
    problem: 'Problem',
    states: { waiting: 'waiting', begun: 'under way', sent: 'sent', failed: 'failed' },
  },
  de: {
    row: 'Zeile der gesendeten Datei',
    state: 'Ergebnis',
    code: 'Prüfcode',
    problem: 'Grund',
    states: { waiting: 'wartet', begun: 'läuft', sent: 'gesendet', failed: 'fehlgeschlagen' },
  },
  fr: {
    row: 'Ligne du fichier envoyé',
    state: 'Résultat',
    code: 'Code de vérification',
    problem: 'Problème',
    states: { waiting: 'en attente', begun: 'en cours', sent: 'envoyée', failed: 'en échec' },
  },
  es: {
    row: 'Fila del archivo enviado',
    state: 'Resultado',
    code: 'Código de verificación',
    problem: 'Problema',
    states: { waiting: 'en espera', begun: 'en curso', sent: 'enviada', failed: 'fallida' },
  },
};

export function resultNames(language: Language): string[] {
  const { row, state, code, problem } = RESULT_WORDS[language];
  return [row, state, code, problem];
}

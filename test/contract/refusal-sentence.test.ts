import { describe, expect, it } from 'vitest';
import { refusalSentence } from '../../shared/contract/refusals/refusal-sentence.ts';
import { REFUSALS } from '../../shared/contract/refusals/refusals.ts';
import { LANGUAGES } from '../../shared/domain/envelope/party.ts';
import { REFUSAL_CODES } from '../../shared/domain/errors.ts';

describe('the sentence of a refusal', () => {
  it.each(REFUSAL_CODES)('%s reads well without any detail', (code) => {
    for (const language of LANGUAGES) {
      const sentence = refusalSentence({ code, detail: {} }, language);
      expect(sentence).not.toMatch(/[{}[\]]/);
      expect(sentence).toMatch(/^\p{Lu}.*[.]$/u);
      expect(sentence).not.toMatch(/ {2}| [.:] *$|\( *\)/);
    }
  });

  it('says how many tries are left', () => {
    const refusal = { code: 'code_wrong', detail: { triesLeft: 2 } } as const;
    expect(refusalSentence(refusal, 'it')).toContain('Tentativi rimasti: 2.');
    expect(refusalSentence({ ...refusal, detail: {} }, 'it')).not.toContain('Tentativi');
  });

  it('says a wait in the unit a person would use', () => {
    const said = (seconds: number) =>
      refusalSentence({ code: 'code_too_soon', detail: { seconds } }, 'it');
    expect(said(1)).toContain('tra 1 secondo.');
    expect(said(2400)).toContain('tra 40 minuti.');
  });

  it.each([
    ['it', 'tra 2 minuti.'],
    ['en', 'in 2 minutes.'],
    ['de', 'kann in 2 Minuten angefordert'],
    ['fr', 'dans 2 minutes.'],
    ['es', 'dentro de 2 minutos.'],
  ] as const)('says a wait in %s', (language, words) => {
    const refusal = { code: 'code_too_soon', detail: { seconds: 120 } } as const;
    expect(refusalSentence(refusal, language)).toContain(words);
  });

  it('gives instants in the zone of the company', () => {
    const refusal = { code: 'document_removed', detail: { at: '2026-01-31T23:30:00Z' } } as const;
    expect(refusalSentence(refusal, 'en', 'Europe/Rome')).toContain('1 February 2026 at 00:30 CET');
    expect(refusalSentence(refusal, 'it', 'Europe/Rome')).toContain('1 febbraio 2026');
  });

  it('puts words of the rules into the language', () => {
    const refusal = { code: 'envelope_closed', detail: { status: 'voided' } } as const;
    expect(refusalSentence(refusal, 'it')).toBe('La richiesta di firma è chiusa: annullata.');
  });

  it('has a status for clients that retry only what may pass', () => {
    expect(REFUSALS.code_too_soon.status).toBe(429);
    expect(REFUSALS.code_limit.status).toBe(429);
    expect(REFUSALS.link_invalid.status).toBe(404);
    expect(REFUSALS.document_removed.status).toBe(410);
    expect(Object.values(REFUSALS).every(({ status }) => status >= 400 && status < 500)).toBe(true);
  });
});

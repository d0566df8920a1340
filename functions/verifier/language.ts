import type { Language } from '../../shared/domain/party.ts';

/** The best of Italian and English for an `Accept-Language` header (RFC 9110 §12.5.4). */
export function languageFor(header: string | undefined): Language {
  const ranges = (header ?? '').toLowerCase().split(',').map(weighted);
  const known = ranges.filter(({ tag, weight }) => weight > 0 && (tag === 'it' || tag === 'en'));
  const best = known.sort((a, b) => b.weight - a.weight)[0];
  return best?.tag === 'it' ? 'it' : 'en';
}

function weighted(range: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { tag: tag.split('-')[0]!, weight: quality ? Number(quality.slice(2)) || 0 : 1 };
}

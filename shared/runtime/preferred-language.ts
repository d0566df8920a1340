import { LANGUAGES, type Language } from '../domain/envelope/party.ts';

/** The best offered match for `Accept-Language` (RFC 9110 § 12.5.4); else the first offered. */
export function preferredLanguage(
  header: string | undefined,
  offered: readonly Language[] = LANGUAGES,
): Language {
  const ranges = (header ?? '').split(',').map(range);
  const best = ranges
    .filter(({ language, quality }) => quality > 0 && offered.some((one) => one === language))
    .sort((a, b) => b.quality - a.quality)[0];
  return (best?.language as Language | undefined) ?? offered[0] ?? LANGUAGES[0];
}

function range(text: string): { language: string; quality: number } {
  const [tag = '', ...parameters] = text.split(';').map((part) => part.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = weight ? Number(weight.slice(2)) : 1;
  return {
    language: tag.split('-')[0]!.toLowerCase(),
    quality: Number.isFinite(quality) ? quality : 0,
  };
}

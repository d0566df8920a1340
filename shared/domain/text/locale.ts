/** Days before months in English too: 4 October is never 10/4. */
export const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

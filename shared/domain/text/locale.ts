/** British format for English: the day precedes the month. */
export const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

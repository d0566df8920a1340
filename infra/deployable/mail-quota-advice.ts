/** What SES lets this account send, against what the settings say, which the alarm goes by; undefined where they agree. */
export function mailQuotaAdvice(max24Hours: number, dailyQuota: number): string | undefined {
  if (max24Hours === dailyQuota) return undefined;
  /** SES says so of an account without a limit. */
  if (max24Hours < 0) return undefined;
  return [
    `SES lets this account send ${max24Hours} mails in 24 hours, and the settings say ${dailyQuota}.`,
    `Set \`mail.dailyQuota\` to ${max24Hours}, so that the alarm rings at four fifths of it.`,
  ].join('\n');
}

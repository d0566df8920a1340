/** RFC 5321, 4.5.3.1.3, without the angle brackets. */
export const LONGEST_MAIL_ADDRESS = 254;

/**
 * What mail services take (RFC 5321 without quoted names and address literals): a name of at most 64
 * characters without a dot at either end or two in a row, and a domain of at least two labels. A domain
 * with other letters is written in its ASCII form, as browsers do.
 */
export const MAIL_ADDRESS =
  /^(?=.{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/;

export const isMailAddress = (text: string): boolean =>
  text.length <= LONGEST_MAIL_ADDRESS && MAIL_ADDRESS.test(text);

/**
 * By ASCII case alone, as mailboxes are told apart in practice: `toLowerCase` would make a k of the Kelvin
 * sign, which is another mailbox.
 */
export const isSameAddress = (one: string, other: string): boolean =>
  asciiLower(one) === asciiLower(other);

const asciiLower = (text: string): string =>
  text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

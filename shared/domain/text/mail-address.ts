/** Octets: RFC 5321 § 4.5.3.1.3 (256) without the angle brackets. */
export const MAX_MAIL_ADDRESS_LENGTH = 254;

/**
 * The subset of RFC 5321 that mail services accept: no quoted local part, no address literal; local part of
 * at most 64 characters, no leading, trailing or double dot; domain of at least two labels, in ASCII
 * (punycode).
 */
export const MAIL_ADDRESS =
  /^(?=.{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/;

export const isMailAddress = (text: string): boolean =>
  text.length <= MAX_MAIL_ADDRESS_LENGTH && MAIL_ADDRESS.test(text);

/**
 * Folds ASCII case only, as mail servers do in practice. `toLowerCase` would map the Kelvin sign to k, a
 * different mailbox.
 */
export const isSameAddress = (one: string, other: string): boolean =>
  asciiLower(one) === asciiLower(other);

export const asciiLower = (text: string): string =>
  text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

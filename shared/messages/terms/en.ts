import type { TermsWords } from './terms-words.ts';

export const termsEnglish = ({
  company,
  documentDays,
  evidenceYears,
  archiveYears,
  worth,
  capacity,
}: TermsWords): string =>
  `Terms for signing online

What you agree to
You agree to read this document in electronic form and to sign it with an electronic signature confirmed by a one-time code. Nobody has to sign this way: you can ask ${company} to let you sign on paper.

How you sign
We send a six-digit code to the contact (e-mail or phone) that ${company} gave for you. Entering it confirms that you have access to that contact. The code works for five minutes, once; nobody at ${company} will ask you for it. Then you fill in your fields, choose how your signature looks, and sign.

Who signs and who seals
You sign, as a person: the system makes a key for this one signature, certified by ${company} for your name and the confirmed contact, and drops it at once. When everyone has signed, ${company} puts its own seal on the document. The seal is the company’s and does not stand in for your signature. ${capacity}

What it is worth
${worth}

What is recorded
We record your name, contact, network (IP) address, kind of browser and the moments at which you open the link, agree to these terms, get and enter the code, sign or decline, together with the fingerprints (SHA-256) of the document and of what you hand in, and the e-mail address for your copy if you give one. What you write and the pictures of your signature and stamp become part of the document.

For how long
The signed document stays at your link for ${documentDays} days after completion; then it is removed with all that was entered in it, so please keep a copy.${archived(archiveYears, company)} The record of events, which is not public, is kept for ${evidenceYears} years as evidence. For the same time anyone who has a copy can check it online: the check shows dates, fingerprints and shortened names, not the content.

How to withdraw
Until you have signed you may close the page without any consequence, or decline with a reason, which the sender can read. That also withdraws this consent. After signing, the request can no longer be withdrawn here: for the contract and for your data, turn to ${company}.
`;

const archived = (years: number, company: string): string =>
  years > 0
    ? ` ${company} keeps a copy, with its record, in an archive of its own for ${years} years; it does not return to your link.`
    : '';

import type { CompanyConfig } from './config.ts';

/**
 * A sample company, to be copied to `sigillo-company.ts`: who it is and what its deployment may do.
 * What is not said here has the default given in `config.ts`, and so does each value's meaning.
 */
export const company: CompanyConfig = {
  company: {
    name: 'Officine Aurora S.r.l.',
    country: 'IT',
    colour: '#1d4ed8',
    telephone: '+39 051 555 0147',
    privacyNotice: 'https://officine-aurora.example/privacy',
    senderAddress: 'shown',
  },
  mail: { from: 'firma@officine-aurora.example' },
  text: { countries: ['+39'], senderId: 'Aurora', monthlySpendUsd: 50 },
  identity: { kind: 'pool', callbackUrls: ['http://localhost/callback'] },
  languages: ['it', 'en', 'de', 'fr', 'es'],
  timeZone: 'Europe/Rome',
};

import { expect, test } from 'vitest';
import { mailQuotaAdvice } from '../../../infra/deployable/mail-quota-advice.ts';

test('the quota that SES gives is told where the settings say another', () => {
  expect(mailQuotaAdvice(50_000, 200)).toMatch(/50000 mails in 24 hours.*dailyQuota` to 50000/s);
  expect(mailQuotaAdvice(200, 50_000)).toMatch(/dailyQuota` to 200/);
});

test('nothing is said where they agree, or where SES has no limit for the account', () => {
  expect(mailQuotaAdvice(200, 200)).toBeUndefined();
  expect(mailQuotaAdvice(-1, 200)).toBeUndefined();
});

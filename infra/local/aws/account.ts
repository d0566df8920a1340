/** The one account and region that the local target plays. */
export const accountId = '000000000000';
export const region = 'eu-west-1';

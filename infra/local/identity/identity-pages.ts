import { escaped } from '../http/escaped.ts';
import type { User } from './user.ts';

const choice = ({ username, name, email }: User) => `
      <button name="user" value="${escaped(username)}">
        <strong>${escaped(name)}</strong> <small>${escaped(username)}</small><br>
        ${escaped(email)}
      </button>`;

/** Page layout of the local sign-in. It loads nothing from the network, so that it works offline. */
const identityPage = (title: string, content: string): string => `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>${title} · this machine</title>
  <style>
    body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 26rem; margin: 3rem auto; padding: 0 1rem }
    button { display: block; width: 100%; margin: .75rem 0; padding: .75rem 1rem; font: inherit; text-align: left; cursor: pointer }
  </style>
  <main>${content}
  </main>
</html>
`;

/** One button per user, no password. The form posts `user` or `cancel` to its own address. */
export const signInPage = (users: readonly User[]): string =>
  identityPage(
    'Sign in',
    `
    <h1>Who are you today?</h1>
    <p>This machine stands in for the real sign-in: no password is asked.</p>
    <form method="post">${users.map(choice).join('')}
      <button name="cancel" value="yes">Cancel</button>
    </form>`,
  );

/** `form` is oidc-provider's own form with its CSRF token; the buttons belong to it. */
export const signOutPage = (form: string): string =>
  identityPage(
    'Sign out',
    `
    <h1>Sign out?</h1>
    ${form}
    <button type="submit" form="op.logoutForm" value="yes" name="logout">Yes, sign me out</button>
    <button type="submit" form="op.logoutForm">No, stay signed in</button>`,
  );

export const signedOutPage = (): string =>
  identityPage('Signed out', '<h1>You are signed out</h1>');

/** An OAuth error response as defined in RFC 6749 §5.2. */
export const identityErrorPage = (error: Readonly<Record<string, string>>): string =>
  identityPage(
    'Sign-in failed',
    `
    <h1>Sign-in failed</h1>
    ${Object.entries(error)
      .map(([name, text]) => `<p><strong>${escaped(name)}</strong>: ${escaped(text)}</p>`)
      .join('')}`,
  );

import type { SampleUser } from './sample-users.ts';

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const choice = ({ username, name, email, groups }: SampleUser) => `
      <button name="user" value="${escaped(username)}">
        <strong>${escaped(name)}</strong> <small>${escaped(groups.join(', ') || 'employee')}</small><br>
        ${escaped(email)}
      </button>`;

/** A plain form: one button a sample user, no password. It posts `user` to its own address. */
export const signInPage = (users: SampleUser[]): string => `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Sign in · local Sigillo</title>
  <style>
    body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 26rem; margin: 3rem auto; padding: 0 1rem }
    button { display: block; width: 100%; margin: .75rem 0; padding: .75rem 1rem; font: inherit; text-align: left; cursor: pointer }
  </style>
  <main>
    <h1>Who are you today?</h1>
    <p>This machine stands in for the company's sign-in: no password is asked.</p>
    <form method="post">${users.map(choice).join('')}
    </form>
  </main>
</html>
`;

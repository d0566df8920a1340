/** A person who may sign in on this machine; `groups` are those of the user pool. */
export type User = {
  readonly username: string;
  readonly sub: string;
  readonly name: string;
  readonly email: string;
  readonly groups: readonly string[];
};

/** Default users if the application names none: one in no group, one in all. */
export const plainUsers = (groups: readonly string[]): User[] => [
  {
    username: 'user',
    sub: '6f1d4c52-0c3e-4a55-9a51-1d0a7c9e0b01',
    name: 'User',
    email: 'user@example.com',
    groups: [],
  },
  {
    username: 'admin',
    sub: '6f1d4c52-0c3e-4a55-9a51-1d0a7c9e0b02',
    name: 'Administrator',
    email: 'admin@example.com',
    groups,
  },
];

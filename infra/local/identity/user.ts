/** A person who may sign in on this machine; `groups` are those of the user pool. */
export type User = {
  username: string;
  sub: string;
  name: string;
  email: string;
  groups: string[];
};

/** For an application that names nobody: one in no group, one in all. */
export const plainUsers = (groups: string[]): User[] => [
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

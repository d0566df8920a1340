import type { User } from '../../infra/local/identity/user.ts';

/** Two employees, so that one can be denied the other's envelopes, and an administrator. */
export const sampleUsers = (groups: readonly string[]): User[] => [
  {
    username: 'employee',
    sub: '0b7a3a52-6c1f-4f0e-9a53-6f1f6d1c0a01',
    name: 'Giulia Rinaldi',
    email: 'giulia.rinaldi@officine-aurora.example',
    groups: [],
  },
  {
    username: 'colleague',
    sub: '0b7a3a52-6c1f-4f0e-9a53-6f1f6d1c0a02',
    name: 'Marco Conti',
    email: 'marco.conti@officine-aurora.example',
    groups: [],
  },
  {
    username: 'admin',
    sub: '0b7a3a52-6c1f-4f0e-9a53-6f1f6d1c0a03',
    name: 'Sara Galli',
    email: 'sara.galli@officine-aurora.example',
    groups,
  },
];

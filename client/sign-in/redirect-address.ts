/**
 * Where a sign-in returns to, on the machine of whoever signs in (RFC 8252, 7.3). Cognito compares the
 * whole address, port included, and takes plain HTTP for localhost; infra/stacks/data-stack.ts names the
 * same one.
 */
export const REDIRECT_PORT = 14763;
export const REDIRECT_ADDRESS = `http://localhost:${REDIRECT_PORT}/callback`;

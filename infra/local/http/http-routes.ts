/** A route key such as `GET /v/{id}`, `ANY /files/{proxy+}` or `$default`. */
export type RouteKey = string;

function segmentRank(segment: string) {
  if (/^\{\w+\+\}$/.test(segment)) return 0;
  return segment.startsWith('{') ? 1 : 2;
}

/** Order of precedence: full matches, parameters, greedy parameters, `$default`; a method before ANY. */
function compareKeys(left: RouteKey, right: RouteKey): number {
  if (left === '$default' || right === '$default') return left === '$default' ? 1 : -1;
  const [leftMethod, leftPath = ''] = left.split(' ');
  const [, rightPath = ''] = right.split(' ');
  const theirs = rightPath.split('/').map(segmentRank);
  for (const [index, rank] of leftPath.split('/').map(segmentRank).entries())
    if (rank !== (theirs[index] ?? -1)) return (theirs[index] ?? -1) - rank;
  return leftMethod === 'ANY' ? 1 : -1;
}

const escaped = (text: string) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');

const patternOf = (path: string) =>
  path
    .split('/')
    .map((segment) => {
      const [, name, greedy] = /^\{(\w+)(\+?)\}$/.exec(segment) ?? [];
      if (!name) return escaped(segment);
      return greedy ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`;
    })
    .join('/');

function decoded(value: string) {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The most specific route for a request, with its decoded path parameters. */
export function matchRoute<T extends { routeKey: RouteKey }>(
  routes: readonly T[],
  method: string,
  path: string,
): { route: T; pathParameters: Record<string, string> } | undefined {
  for (const route of routes.toSorted((a, b) => compareKeys(a.routeKey, b.routeKey))) {
    if (route.routeKey === '$default') return { route, pathParameters: {} };
    const [wanted, template = ''] = route.routeKey.split(' ');
    const match = new RegExp(`^${patternOf(template)}$`).exec(path);
    if (!match || (wanted !== 'ANY' && wanted !== method)) continue;
    const values = Object.entries(match.groups ?? {});
    const pathParameters = values.map(([name, value]) => [name, decoded(value)]);
    return { route, pathParameters: Object.fromEntries(pathParameters) };
  }
  return undefined;
}

import { useEffect, useState } from 'preact/hooks';

export const DRAFT_STEPS = ['document', 'people', 'fields', 'review'] as const;
export type DraftStep = (typeof DRAFT_STEPS)[number];

export const TEMPLATE_TABS = ['current', 'archived'] as const;
export type TemplateTab = (typeof TEMPLATE_TABS)[number];

export const TABS = ['all', 'mine', 'waiting', 'draft', 'done', 'stopped'] as const;
export type Tab = (typeof TABS)[number];

/** The console's location. It is kept in the URL's fragment, so that back and bookmarks work. */
export type Route =
  /** `owner`: filter by the owner's subject. */
  | { readonly page: 'list'; readonly tab: Tab; readonly owner: string | undefined }
  | { readonly page: 'new' }
  | { readonly page: 'settings' }
  | { readonly page: 'webhooks' }
  | { readonly page: 'templates'; readonly tab: TemplateTab }
  | { readonly page: 'template'; readonly id: string }
  | { readonly page: 'ledger'; readonly id: string }
  | { readonly page: 'envelope'; readonly id: string; readonly step: DraftStep | undefined };

const oneOf = <T extends string>(all: readonly T[], text: string | undefined): T | undefined =>
  all.find((one) => one === text);

export function routeFrom(hash: string): Route {
  const [first, second, third] = hash.replace(/^#\/?/, '').split('/');
  if (first === 'new') return { page: 'new' };
  if (first === 'settings') return { page: 'settings' };
  if (first === 'webhooks') return { page: 'webhooks' };
  if (first === 'templates') return templateRoute(second);
  if (first === 'envelopes' && second && third === 'ledger') return { page: 'ledger', id: second };
  if (first === 'envelopes' && second)
    return { page: 'envelope', id: second, step: oneOf(DRAFT_STEPS, third) };
  return {
    page: 'list',
    tab: oneOf(TABS, second) ?? 'all',
    owner: third ? decoded(third) : undefined,
  };
}

function templateRoute(id: string | undefined): Route {
  if (!id || id === 'archived') return { page: 'templates', tab: id ? 'archived' : 'current' };
  return { page: 'template', id };
}

/** Parses the fragment, which may be anything. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

export const linkTo = {
  list: (tab: Tab = 'all', owner?: string) =>
    owner === undefined
      ? tab === 'all'
        ? '#/'
        : `#/list/${tab}`
      : `#/list/${tab}/${encodeURIComponent(owner)}`,
  new: () => '#/new',
  settings: () => '#/settings',
  webhooks: () => '#/webhooks',
  templates: (tab: TemplateTab = 'current') =>
    tab === 'current' ? '#/templates' : '#/templates/archived',
  template: (id: string) => `#/templates/${id}`,
  ledger: (id: string) => `#/envelopes/${id}/ledger`,
  envelope: (id: string, step?: DraftStep) => `#/envelopes/${id}${step ? `/${step}` : ''}`,
};

export function goTo(link: string): void {
  location.hash = link;
}

/** Replaces the current history entry, so that back does not lead through it. */
export function replaceWith(link: string): void {
  history.replaceState(null, '', link);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeFrom(location.hash));
  useEffect(() => {
    const follow = () => setRoute(routeFrom(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return route;
}

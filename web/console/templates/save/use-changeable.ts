import { useEffect, useState } from 'preact/hooks';
import { useConsole } from '../../context.ts';
import type { TemplateSummary } from '../../sender-api.ts';

const MOST = 100;

/** Templates that may get a further version. Without them a new one can still be made. */
export function useChangeable() {
  const { api, settings } = useConsole();
  const [changeable, setChangeable] = useState<readonly TemplateSummary[]>([]);
  const of = settings.me.isAdministrator ? 'all' : 'visible';
  const reload = () =>
    api.templates({ of, archived: false, limit: MOST }).then(
      ({ items }) => setChangeable(items.filter(({ mayChange }) => mayChange)),
      () => {},
    );
  useEffect(() => void reload(), []);
  return { changeable, reload };
}

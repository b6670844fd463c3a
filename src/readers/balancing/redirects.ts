import { rulesOn } from './listener-rules';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { list } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { RedirectFacts } from '../../facts/listener';

/** The redirects of a listener and of its rules in the app. */
export function readRedirects(listener: Resource): Fact<readonly RedirectFacts[]> {
  const found: RedirectFacts[] = [];
  for (const { logicalId, actions } of [
    { logicalId: listener.logicalId, actions: listener.properties.get('DefaultActions') },
    ...rulesOn(listener).map((rule) => ({ logicalId: rule.logicalId, actions: rule.properties.get('Actions') })),
  ]) {
    const redirects = list(actions, (action) => action.get('RedirectConfig'));
    if (redirects instanceof Unknown) return redirects;
    found.push(...redirects.filter((config) => config.isSet() !== false).map((config) => readRedirect(logicalId, config)));
  }
  return found;
}

function readRedirect(from: string, config: Value): RedirectFacts {
  return {
    from,
    protocol: config.get('Protocol').text(),
    port: config.get('Port').text(),
    host: config.get('Host').text(),
    path: config.get('Path').text(),
  };
}

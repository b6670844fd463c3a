import type { App } from './app';
import { maybeReferredBy } from './computed-names';
import { asRecord } from './json';
import { isLoop } from './loops';
import { memoize } from './memoize';
import { referredBy, referredIn } from './references';
import { macrosOf, NESTED_STACK_TYPES, type Resource, type Template } from './template';

/** Resources that unread parts of the app refer to, and may extend. */
export const usedByUnreadParts = memoize((app: App): ReadonlySet<Resource> => {
  const nests = app.ofType(...[...NESTED_STACK_TYPES.keys()].map(String)).filter((nest) => !app.nestedIn(nest));
  return new Set([...nests.flatMap((nest) => [...referredIn(nest)]), ...[...app.allTemplates()].flatMap(madeLater)]);
});

/** Resources that the unexpanded loops of a template name, or all of its resources where a macro may name any. */
function madeLater(template: Template): readonly Resource[] {
  const { body } = template.source;
  const { Resources, Outputs } = asRecord(body);
  if (unknownMacros(body).length > 0 || 'Fn::Transform' in asRecord(Resources)) return [...template.resources.values()];
  const loops = [Resources, Outputs].flatMap((section) => Object.entries(asRecord(section)).filter(([key]) => isLoop(key)));
  return loops.flatMap(([, loop]) => [...referredBy(template, loop), ...maybeReferredBy(template, loop)]);
}

/** Reason for an unknown fact where a missing resource can't be proven missing. */
export const MAYBE_EXTENDED = 'a loop, a macro or a nested stack that is not here may add to it';

// Macros that AWS documents: they add none of the resources that readers search for.
const KNOWN_MACROS = /^AWS::(Serverless|LanguageExtensions|SecretsManager|CodeDeployBlueGreen|CodeStar|ServiceCatalog)(-|$)/;

/** Macros of a template that may change any part of it. */
export function unknownMacros(body: unknown): readonly string[] {
  return macrosOf(body).filter((macro) => !KNOWN_MACROS.test(macro));
}

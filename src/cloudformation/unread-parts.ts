import type { App } from './app';
import { maybeReferredBy } from './computed-names';
import { asRecord } from './json';
import { isLoop } from './loops';
import { memoize } from './memoize';
import { referredBy, referredIn } from './references';
import { macrosOf, NESTED_STACK_TYPES, type Resource, type Template } from './template';

/** Resources that are named in what is not here to be read, and that may have more to them than the app shows. */
export const usedByUnreadParts = memoize((app: App): ReadonlySet<Resource> => {
  const nests = app.ofType(...[...NESTED_STACK_TYPES.keys()].map(String)).filter((nest) => !app.nestedIn(nest));
  return new Set([...nests.flatMap((nest) => [...referredIn(nest)]), ...[...app.allTemplates()].flatMap(madeLater)]);
});

/** What loops of a template name that stay loops, or everything in it where a macro may name anything. */
function madeLater(template: Template): readonly Resource[] {
  const { body } = template.source;
  const { Resources, Outputs } = asRecord(body);
  if (unknownMacros(body).length > 0 || 'Fn::Transform' in asRecord(Resources)) return [...template.resources.values()];
  const loops = [Resources, Outputs].flatMap((section) => Object.entries(asRecord(section)).filter(([key]) => isLoop(key)));
  return loops.flatMap(([, loop]) => [...referredBy(template, loop), ...maybeReferredBy(template, loop)]);
}

/** Why nothing is sure that only the lack of another resource would tell. */
export const MAYBE_EXTENDED = 'a loop, a macro or a nested stack that is not here may add to it';

// What AWS has told of: these add none of the resources that are looked for here.
const KNOWN_MACROS = /^AWS::(Serverless|LanguageExtensions|SecretsManager|CodeDeployBlueGreen|CodeStar|ServiceCatalog)(-|$)/;

/** The macros of a template that may make anything of it. */
export function unknownMacros(body: unknown): readonly string[] {
  return macrosOf(body).filter((macro) => !KNOWN_MACROS.test(macro));
}

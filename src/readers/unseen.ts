import type { App } from './app';
import { maybeReferredBy } from './computed-names';
import { isLoop } from './loops';
import { once } from './memo';
import { referredBy, referredIn } from './referrers';
import { asRecord, macrosOf, NESTS, type Resource, type Template } from './template';

/** Resources that are named in what is not here to be read, and that may have more to them than the app shows. */
export const unseenUse = once((app: App): ReadonlySet<Resource> => {
  const nests = app.ofType(...[...NESTS.keys()].map(String)).filter((nest) => !app.nestedIn(nest));
  return new Set([...nests.flatMap((nest) => [...referredIn(nest)]), ...[...app.allTemplates()].flatMap(madeLater)]);
});

/** What loops of a template name that stay loops, or everything in it where a macro may name anything. */
function madeLater(template: Template): readonly Resource[] {
  if (hasMacro(template)) return [...template.resources.values()];
  const { Resources, Outputs } = asRecord(template.source.body);
  const loops = [Resources, Outputs].flatMap((section) => Object.entries(asRecord(section)).filter(([key]) => isLoop(key)));
  return loops.flatMap(([, loop]) => [...referredBy(template, loop), ...maybeReferredBy(template, loop)]);
}

/** Why nothing is sure that only the lack of another resource would tell. */
export const UNSEEN = 'a loop, a macro or a nested stack that is not here may add to it';

// What AWS has told of: these add none of the resources that are looked for here.
const KNOWN_MACROS = /^AWS::(Serverless|LanguageExtensions|SecretsManager|CodeDeployBlueGreen|CodeStar|ServiceCatalog)(-|$)/;

/** Whether a template has a macro that may make any resource of it. */
function hasMacro({ source }: Template): boolean {
  return macrosOf(source.body).some((macro) => !KNOWN_MACROS.test(macro)) || 'Fn::Transform' in asRecord(asRecord(source.body).Resources);
}

import type { App } from './app';
import { once } from './memo';
import { referredBy, referredIn } from './referrers';
import { asRecord, NESTS, type Resource, type Template } from './template';

/** Resources that are named in what is not here to be read, and that may have more to them than the app shows. */
export const unseenUse = once((app: App): ReadonlySet<Resource> => new Set([...app.allTemplates()].flatMap((template) => {
  if (hasMacro(template)) return [...template.resources.values()];
  const nests = [...template.resources.values()].filter((resource) => NESTS.has(resource.type) && !app.nestedIn(resource));
  const loops = resourceEntries(template).filter(([id]) => id.startsWith('Fn::ForEach'));
  return [...nests.flatMap((nest) => [...referredIn(nest)]), ...loops.flatMap(([, loop]) => [...referredBy(template, loop)])];
})));

/** Why nothing is sure that only the lack of another resource would tell. */
export const UNSEEN = 'a loop, a macro or a nested stack that is not here may add to it';

// What AWS has told of: these add none of the resources that are looked for here.
const KNOWN_MACROS = /^AWS::(Serverless|LanguageExtensions|SecretsManager|CodeDeployBlueGreen|CodeStar|ServiceCatalog)(-|$)/;

/** Whether a template has a macro that may make any resource of it. */
function hasMacro({ source }: Template): boolean {
  const { Transform } = asRecord(source.body);
  const named = Array.isArray(Transform) ? Transform as readonly unknown[] : Transform === undefined ? [] : [Transform];
  return named.some((macro) => typeof macro !== 'string' || !KNOWN_MACROS.test(macro)) || 'Fn::Transform' in asRecord(asRecord(source.body).Resources);
}

function resourceEntries({ source }: Template): readonly (readonly [string, unknown])[] {
  return Object.entries(asRecord(asRecord(source.body).Resources));
}

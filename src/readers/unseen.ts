import type { App } from './app';
import { once } from './memo';
import { referredBy, referredIn } from './referrers';
import { asRecord, NESTS, type Resource, type Template } from './template';

/** Resources that are named in what is not here to be read, and that may have more to them than the app shows. */
export const unseenUse = once((app: App): ReadonlySet<Resource> => {
  const nests = app.ofType(...[...NESTS.keys()].map(String)).filter((nest) => !app.nestedIn(nest));
  return new Set([...nests.flatMap((nest) => [...referredIn(nest)]), ...[...app.allTemplates()].flatMap(madeLater)]);
});

/** What loops of a template name, or everything in it where a macro may name anything. */
function madeLater(template: Template): readonly Resource[] {
  if (hasMacro(template)) return [...template.resources.values()];
  const entries = asRecord(asRecord(template.source.body).Resources);
  return Object.keys(entries).filter((id) => id.startsWith('Fn::ForEach')).flatMap((id) => [...referredBy(template, entries[id])]);
}

/** Why nothing is sure that only the lack of another resource would tell. */
export const UNSEEN = 'a loop, a macro or a nested stack that is not here may add to it';

// What AWS has told of: these add none of the resources that are looked for here.
const KNOWN_MACROS = /^AWS::(Serverless|LanguageExtensions|SecretsManager|CodeDeployBlueGreen|CodeStar|ServiceCatalog)(-|$)/;

/** Whether a template has a macro that may make any resource of it. */
function hasMacro({ source }: Template): boolean {
  const { Transform } = asRecord(source.body);
  const named = Array.isArray(Transform) ? Transform as readonly unknown[] : Transform === undefined ? [] : [Transform];
  return named.some((macro) => !KNOWN_MACROS.test(String(asRecord(macro).Name ?? macro))) || 'Fn::Transform' in asRecord(asRecord(source.body).Resources);
}

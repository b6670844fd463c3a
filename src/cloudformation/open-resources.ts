import type { App } from './app';
import { memoize } from './memoize';
import type { Resource } from './template';
import { MAYBE_EXTENDED, usedByUnreadParts } from './unread-parts';
import { Value } from './value';
import { Unknown, type Fact } from '../facts/fact';

/** Why there may be more to a resource than the app shows. */
export function mayBeExtendedElsewhere(resource: Resource): Unknown | undefined {
  const { app } = resource.template;
  if (usedByUnreadParts(app).has(resource)) return new Unknown(MAYBE_EXTENDED);
  return givenAway(app).has(resource) ? new Unknown('an output gives it to others, who may add to it') : undefined;
}

/** Resources that outputs and SSM parameters give to whoever reads them. */
const givenAway = memoize((app: App): ReadonlySet<Resource> => {
  const templates = [...app.allTemplates()].filter(({ source }) => source.nestedIn === undefined);
  const outputs = templates.flatMap((template) => [...template.outputs]
    // Those the CDK makes are for other stacks of the app, unless these were not given.
    .filter(([name]) => templates.length === 1 || !name.startsWith('ExportsOutput'))
    .map(([, { value }]) => new Value(template, value)));
  const stored = app.ofType('AWS::SSM::Parameter').map(({ properties }) => properties.get('Value'));
  return new Set([...outputs, ...stored].map((value) => value.resource()).filter(isResource));
});

function isResource(resource: Fact<Resource | undefined>): resource is Resource {
  return resource !== undefined && !(resource instanceof Unknown);
}

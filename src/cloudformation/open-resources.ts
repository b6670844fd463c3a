import type { App } from './app';
import { memoize } from './memoize';
import type { Resource } from './template';
import { MAYBE_EXTENDED, usedByUnreadParts } from './unread-parts';
import { Value } from './value';
import { Unknown, type Fact } from '../facts/fact';

/** Reason for which a resource may be extended outside of the app; `undefined` if it can't be. */
export function mayBeExtendedElsewhere(resource: Resource): Unknown | undefined {
  const { app } = resource.template;
  if (usedByUnreadParts(app).has(resource)) return new Unknown(MAYBE_EXTENDED);
  return givenAway(app).has(resource) ? new Unknown('an output exposes it to other stacks, which may extend it') : undefined;
}

/** Resources that outputs and SSM parameters expose to other stacks. */
const givenAway = memoize((app: App): ReadonlySet<Resource> => {
  const templates = [...app.allTemplates()].filter(({ source }) => source.nestedIn === undefined);
  const outputs = templates.flatMap((template) => [...template.outputs]
    // Exports of the CDK are for other stacks of the app, unless only one template was read.
    .filter(([name]) => templates.length === 1 || !name.startsWith('ExportsOutput'))
    .map(([, { value }]) => new Value(template, value)));
  const stored = app.ofType('AWS::SSM::Parameter').map(({ properties }) => properties.get('Value'));
  return new Set([...outputs, ...stored].map((value) => value.resource()).filter(isResource));
});

function isResource(resource: Fact<Resource | undefined>): resource is Resource {
  return resource !== undefined && !(resource instanceof Unknown);
}

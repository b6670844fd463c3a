import type { ReadTemplate } from './read-template';
import { asRecord } from '../../readers/template';
import type { Place } from '../report/report';

/** A resource as reports name it, and the acknowledgements that hold for it. */
export interface ResourcePlace {
  readonly place: Place;
  readonly acknowledged: ReadonlyMap<string, string>;
}

const NOTHING: ReadonlyMap<string, string> = new Map();

/** Where a resource is: its construct path and source line if the assembly knows them, else its logical id and the line of the template. */
export function placeOf(template: ReadTemplate, logicalId: string, kind: string, property?: string): ResourcePlace {
  const path = asRecord(asRecord(asRecord(template.source.body.Resources)[logicalId]).Metadata)['aws:cdk:path'];
  const made = template.origin?.of(template.path, logicalId, typeof path === 'string' ? path : undefined);
  return {
    place: {
      name: made?.path ?? (typeof path === 'string' ? path : logicalId),
      kind,
      source: template.name,
      file: made?.line ? { path: made.line.file, line: made.line.line } : { path: template.name, line: lineOf(template, logicalId, property) },
    },
    acknowledged: made?.acknowledged ?? NOTHING,
  };
}

/** Properties that messages name in the words of the CDK. */
const IN_TEMPLATES: Readonly<Record<string, string>> = {
  circuitBreaker: 'DeploymentConfiguration',
  containers: 'ContainerDefinitions',
  maxHealthyPercent: 'DeploymentConfiguration',
  memoryLimitMiB: 'Memory',
  minHealthyPercent: 'DeploymentConfiguration',
};

// `desiredCount` of a message is `DesiredCount` in a template; where it isn't there, the resource is near enough.
function lineOf({ lineOf: find }: ReadTemplate, logicalId: string, property: string | undefined): number | undefined {
  const [first = ''] = /^\w+/.exec(property ?? '') ?? [];
  const key = IN_TEMPLATES[first] ?? first.charAt(0).toUpperCase() + first.slice(1);
  return find(['Resources', logicalId, 'Properties', key]) ?? find(['Resources', logicalId]);
}

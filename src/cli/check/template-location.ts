import type { ConstructOrigin, ReadTemplate } from './read-template';
import { asRecord } from '../../cloudformation/json';
import type { Resource } from '../../cloudformation/template';
import type { Location } from '../report/report';

/** A resource as reports name it, and what is known of the construct it is made from. */
export interface ResourceLocation {
  readonly place: Location;
  readonly made?: ConstructOrigin;
}

/** Location of a resource: its construct path if the assembly contains it, else its logical id. */
export function locationOf(template: ReadTemplate, { logicalId, metadata }: Pick<Resource, 'logicalId' | 'metadata'>, kind: string): ResourceLocation {
  const path = asRecord(metadata)['aws:cdk:path'];
  const metadataPath = typeof path === 'string' ? path : undefined;
  const made = template.origin?.of(template.path, logicalId, metadataPath);
  return { made, place: { name: made?.path ?? metadataPath ?? logicalId, kind, source: template.name } };
}

/** Location of an entry of the template below a logical id. */
export function locationInFile(template: ReadTemplate, logicalId: string, kind: string): ResourceLocation {
  return locationOf(template, { logicalId, metadata: asRecord(asRecord(template.source.body.Resources)[logicalId]).Metadata }, kind);
}

/** A template as the place of what is in no resource of it. */
export function wholeTemplate(template: ReadTemplate): ResourceLocation {
  const made = template.origin?.ofTemplate(template.path);
  return { made, place: { name: made?.path ?? template.name, kind: 'template', source: template.name } };
}

/** Adds the file to a location: the line of the user's code, or that of the property in the template. */
export function withFile({ place, made }: ResourceLocation, template: ReadTemplate, resource: Resource, property?: string): Location {
  const file = made?.line ? { path: made.line.file, line: made.line.line } : { path: template.name, line: lineOf(template, resource, property) };
  return { ...place, file };
}

/** Properties that messages name in the words of the CDK. */
const IN_TEMPLATES: Readonly<Record<string, string>> = {
  assignPublicIp: 'NetworkConfiguration',
  circuitBreaker: 'DeploymentConfiguration',
  containers: 'ContainerDefinitions',
  healthCheckGracePeriod: 'HealthCheckGracePeriodSeconds',
  maxHealthyPercent: 'DeploymentConfiguration',
  memoryLimitMiB: 'Memory',
  minHealthyPercent: 'DeploymentConfiguration',
  securityGroups: 'NetworkConfiguration',
  vpcSubnets: 'NetworkConfiguration',
};

// `desiredCount` of a message is `DesiredCount` in a template; where it isn't there, the resource or the loop that makes it is near enough.
function lineOf({ lineOf: find }: ReadTemplate, { logicalId, template }: Resource, property: string | undefined): number | undefined {
  const loop = template.source.loopOf?.get(logicalId);
  if (loop !== undefined) return find(['Resources', loop]);
  const [first = ''] = /^\w+/.exec(property ?? '') ?? [];
  const key = IN_TEMPLATES[first] ?? first.charAt(0).toUpperCase() + first.slice(1);
  return find(['Resources', logicalId, 'Properties', key]) ?? find(['Resources', logicalId]);
}

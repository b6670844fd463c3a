import { pushTo, type App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import { keyOf, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';

/** Services before this one that have its name in its cluster. */
export function readSameName(service: Resource): Fact<readonly string[]> {
  const place = placeOf(service);
  if (place instanceof Unknown) return place;
  if (place === undefined) return [];
  const all = servicesByPlace(service.template.app).get(place)!;
  const earlier = all.slice(0, all.indexOf(service));
  // Of two services with different conditions there may never be more than one.
  if (earlier.some(({ condition }) => condition !== service.condition)) return new Unknown('a condition decides which of the services exist');
  return earlier.map(({ template, logicalId }) => template === service.template ? logicalId : `${logicalId} in ${template.source.stackName ?? template.source.id}`);
}

const servicesByPlace = memoize((app: App) => {
  const found = new Map<string, Resource[]>();
  for (const service of app.ofType('AWS::ECS::Service')) {
    const place = placeOf(service);
    if (place !== undefined && !(place instanceof Unknown)) pushTo(found, place, service);
  }
  return found;
});

/** The name and the cluster of a service; `undefined`: CloudFormation names it. */
function placeOf({ properties, template }: Resource): Fact<string | undefined> {
  const name = properties.get('ServiceName').text();
  if (name === undefined || name instanceof Unknown) return name;
  const cluster = properties.get('Cluster');
  const ofApp = resourceIn(cluster, 'AWS::ECS::Cluster');
  if (ofApp) return `${keyOf(ofApp)} ${name}`;
  const text = cluster.text() ?? 'default';
  // Templates of several accounts and regions may name their clusters alike.
  return text instanceof Unknown ? text : `${template.source.id} ${text} ${name}`;
}

import { domainOf, zoneNameOf } from './hosted-zones';
import { pushTo, type App } from '../../cloudformation/app';
import { asRecord } from '../../cloudformation/json';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import { Value } from '../../cloudformation/value';
import { keyOf, required, resourceIn } from '../../cloudformation/value-helpers';
import type { DnsRecordFacts } from '../../facts/dns-record';
import { Unknown, type Fact } from '../../facts/fact';

const GROUP = 'AWS::Route53::RecordSetGroup';

/** The records of the app, those of a group as resources of their own: the hosted zone may be that of the group. */
export const recordsOf = memoize((app: App): readonly Resource[] => [
  ...app.ofType('AWS::Route53::RecordSet'),
  ...app.ofType(GROUP).flatMap((group) => {
    const items = group.properties.get('RecordSets').items();
    const { HostedZoneId, HostedZoneName } = asRecord(group.properties.json);
    return items instanceof Unknown ? [] : items.map((item) => ({
      ...group, properties: new Value(item.template, { HostedZoneId, HostedZoneName, ...asRecord(item.json) }), remembered: undefined,
    }));
  }),
]);

/** Name of a record within its group. */
export function recordInGroup({ type, properties }: Resource): string | undefined {
  const name = type === GROUP ? properties.get('Name').text() : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** A record of the app. */
export const readDnsRecord = memoize((record: Resource): DnsRecordFacts => {
  const { properties } = record;
  return {
    name: domainOf(properties.get('Name')),
    type: required(properties.get('Type').text()),
    zoneName: properties.get('HostedZoneName').isSet() === false ? zoneNameOf(properties.get('HostedZoneId')) : domainOf(properties.get('HostedZoneName')),
    alias: readAlias(properties.get('AliasTarget')),
    conflicts: readConflicts(record),
  };
});

const BALANCERS = ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancing::LoadBalancer'];

/** An alias of a load balancer: its DNS name, which may have a prefix, and the zone of that name. */
function readAlias(target: Value): DnsRecordFacts['alias'] {
  const last = target.get('DNSName').pieces().at(-1);
  if (last === undefined) return undefined;
  if (last instanceof Unknown) return last;
  const zone = target.get('HostedZoneId').resource();
  if (typeof last === 'string' || zone === undefined) return undefined;
  if (zone instanceof Unknown) return zone;
  return [last.resource, zone].every(({ type }) => BALANCERS.includes(type)) ? { name: keyOf(last.resource), zone: keyOf(zone) } : undefined;
}

function readConflicts(record: Resource): Fact<readonly string[]> {
  const place = placeOf(record);
  if (place instanceof Unknown) return place;
  const all = recordsByPlace(record.template.app).get(place)!;
  const earlier = all.slice(0, all.indexOf(record));
  const found: string[] = [];
  for (const other of earlier) {
    const isConflict = conflict(record, other);
    if (isConflict instanceof Unknown) return isConflict;
    // Of two records with different conditions there may never be more than one.
    if (isConflict && other.condition !== record.condition) return new Unknown('a condition decides which of the records exist');
    if (isConflict) found.push(other.template === record.template ? other.logicalId : `${other.logicalId} in ${other.template.source.stackName ?? other.template.source.id}`);
  }
  return found;
}

// Records of one name differ by type, and records of one type by their set identifiers. Nothing is beside a CNAME.
function conflict(one: Resource, other: Resource): Fact<boolean> {
  const [type, otherType] = [one, other].map(({ properties }) => required(properties.get('Type').text()));
  if (type instanceof Unknown) return type;
  if (otherType instanceof Unknown) return otherType;
  if (type !== otherType) return type === 'CNAME' || otherType === 'CNAME';
  const [set, otherSet] = [one, other].map(({ properties }) => properties.get('SetIdentifier').text());
  if (set instanceof Unknown) return set;
  if (otherSet instanceof Unknown) return otherSet;
  return set === undefined || otherSet === undefined || set === otherSet;
}

const recordsByPlace = memoize((app: App) => {
  const found = new Map<string, Resource[]>();
  for (const record of recordsOf(app)) {
    const place = placeOf(record);
    if (!(place instanceof Unknown)) pushTo(found, place, record);
  }
  return found;
});

function placeOf({ properties, template }: Resource): Fact<string> {
  const name = domainOf(properties.get('Name'));
  const zone = zoneKey(properties.get('HostedZoneId').isSet() === false ? 'HostedZoneName' : 'HostedZoneId', { properties, template });
  if (name instanceof Unknown) return name;
  return zone instanceof Unknown ? zone : `${zone} ${name}`;
}

function zoneKey(property: 'HostedZoneId' | 'HostedZoneName', { properties, template }: Pick<Resource, 'properties' | 'template'>): Fact<string> {
  const zone = resourceIn(properties.get(property), 'AWS::Route53::HostedZone');
  if (zone) return keyOf(zone);
  const text = required(properties.get(property).text());
  if (text instanceof Unknown) return text;
  if (text === 'DUMMY') return new Unknown('the hosted zone is not looked up yet');
  // Several accounts can have zones of one name.
  return property === 'HostedZoneName' ? `${template.source.id} ${text}` : `${template.source.assembly ?? template.source.id} ${text}`;
}

import type { Value } from '../../cloudformation/value';
import { outside, required, resourceIn } from '../../cloudformation/value-helpers';
import { plainDomain } from '../../facts/domain-names';
import { Unknown, type Fact } from '../../facts/fact';

/** Name of the hosted zone that an id refers to. */
export function zoneNameOf(id: Value): Fact<string> {
  const zone = resourceIn(id, 'AWS::Route53::HostedZone');
  return zone ? domainOf(zone.properties.get('Name')) : new Unknown(id.resource() instanceof Unknown ? 'the hosted zone is not in this app' : outside(id));
}

/** A domain name, in the form that names are compared in. */
export function domainOf(value: Value): Fact<string> {
  const name = required(value.text());
  return name instanceof Unknown ? name : plainDomain(name);
}

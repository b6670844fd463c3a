import { known, knownOf, Unknown } from '../../facts/fact';
import type { SubnetFacts } from '../../facts/network';

/** The zones of subnets. Ends the check where one is unknown. */
export function zonesOf(subnets: readonly SubnetFacts[]): ReadonlySet<string> {
  return new Set(subnets.map(({ zone }) => known(zone)));
}

/** Subnets that are in none of the zones. Ends the check where zones are named in ways that can't be compared. */
export function outsideOf(zones: ReadonlySet<string>, subnets: readonly SubnetFacts[]): readonly SubnetFacts[] {
  const names = [...zones, ...zonesOf(subnets)];
  if (new Set(names.map(isByPlace)).size > 1) known(new Unknown('some zones are named and others picked from a list'));
  return subnets.filter(({ zone }) => !zones.has(known(zone)));
}

/** Returns true if all subnets are in one zone; one subnet always is. */
export function areInOneZone(subnets: readonly SubnetFacts[]): boolean {
  if (subnets.length < 2) return subnets.length === 1;
  return new Set(knownOf(subnets.map(({ zone }) => zone))).size < 2 && zonesOf(subnets).size === 1;
}

// The CDK calls zones dummy1a, dummy1b and so on until it has looked them up.
const OF_REGION = /^(dummy\d[a-z]|[a-z]+(-[a-z]+)+-\d[a-z])$/;

/** Returns false for a subnet in a Local Zone or a Wavelength Zone, or on an Outpost. Ends the check where that is unknown. */
export function isInAvailabilityZone({ zone, onOutpost }: SubnetFacts): boolean {
  const name = known(zone);
  return (isByPlace(name) || OF_REGION.test(name)) && !known(onOutpost);
}

function isByPlace(zone: string): boolean {
  return zone.startsWith('zone ');
}

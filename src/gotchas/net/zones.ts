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

/** Neither a Local Zone nor a Wavelength Zone, nor one of which nothing is known. */
export function isOfRegion({ zone }: SubnetFacts): boolean {
  return typeof zone === 'string' && (isByPlace(zone) || /^[a-z]+(-[a-z]+)+-\d[a-z]$/.test(zone));
}

function isByPlace(zone: string): boolean {
  return zone.startsWith('zone ');
}

import { anyKnown, known, whereKnown, type Known } from '../../facts/fact';
import type { RegistrantFacts, RegistryFacts } from '../../facts/registry';
import { all, defineGotcha, each, type Result } from '../definition';
import { andOthers } from '../naming';

export const sdRegistryNotWired = defineGotcha({
  id: 'sd-registry-not-wired',
  title: 'A Cloud Map service that tasks do not register in, or not in its form',
  consequence: 'rejected',
  symptom: 'The name doesn\'t resolve; or `When specifying \'host\' or \'bridge\' for networkMode, values for \'containerName\' and \'containerPort\' must be specified from the task definition`; or `The values specified for serviceRegistries do not require a value for \'containerPort\'`.',
  why: 'ECS registers tasks only in the registry the service names, A records need tasks with an address of their own, SRV records a port: else the name never resolves.',
  rule: 'A records are for `awsvpc` only, in subnets with IPv4, and AAAA records in subnets with IPv6. SRV records need `containerName` with `containerPort`, a port that the container maps, or `port` instead in `awsvpc`, and not both. Without SRV records `containerPort` is not set. A Cloud Map '
    + 'service with DNS records that nothing registers in is a warning.',
  fix: 'name it in the serviceRegistries of the service; use A records for awsvpc, SRV records with containerName and containerPort for bridge and host',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html',
  levels: ['synth'],
  designedOut: '`CloudMapDiscovery` creates the Cloud Map service, with the records of the network mode, and registers the service in it.',
  subject: 'registry',
  needs: ['recordTypes', 'registrants'],
  reads: ['referredTo'],
  check: ({ recordTypes, registrants, referredTo }) => all(
    () => checkUse(recordTypes, registrants, referredTo),
    () => each(registrants, (registrant) => all(
      () => checkRecords(recordTypes, registrant),
      () => checkAddresses(recordTypes, registrant),
      () => checkPort(recordTypes, registrant),
      () => checkMapping(registrant),
    )),
  ),
});

type RecordTypes = Known<RegistryFacts['recordTypes']>;

function checkUse(recordTypes: RecordTypes, registrants: readonly RegistrantFacts[], referredTo: RegistryFacts['referredTo']): readonly Result[] {
  if (registrants.length > 0 || recordTypes.length === 0 || known(referredTo)) return [];
  // Something outside of the app may register in it by its name.
  return [{ consequence: 'risk', detail: 'registrants (none) are in a Cloud Map service with DNS records', property: 'serviceRegistries' }];
}

function checkRecords(recordTypes: RecordTypes, { service, networkMode }: RegistrantFacts): readonly Result[] {
  const mode = known(networkMode);
  if (mode !== 'bridge' && mode !== 'host') return [];
  const addresses = whereKnown(recordTypes, (type) => ['A', 'AAAA'].includes(known(type))).map(known);
  return addresses.length === 0 ? [] : [{
    detail: `dnsRecordType (${addresses.join(', ')}) is for tasks with an address of their own, and ${known(service)} runs in network mode ${mode}`,
    property: 'dnsRecordType',
  }];
}

/** A registration for a record without the address that the record has is refused, and the task is stopped. */
function checkAddresses(recordTypes: RecordTypes, { service, networkMode, network }: RegistrantFacts): readonly Result[] {
  const types = whereKnown(recordTypes, (type) => ['A', 'AAAA'].includes(known(type))).map(known);
  if (types.length === 0 || known(networkMode) !== 'awsvpc') return [];
  return each(types, (type) => {
    const without = whereKnown(known(known(network)?.subnets ?? []), (subnet) => type === 'A' ? known(subnet.addresses) === undefined : !known(subnet.hasIpv6));
    return without.length === 0 ? [] : [{
      property: 'dnsRecordType',
      consequence: 'never-works',
      detail: `dnsRecordType (${type}) is for ${type === 'A' ? 'IPv4' : 'IPv6'}, which tasks of ${known(service)} in ${andOthers(without.map(({ id }) => known(id)))} don't have`,
      fix: type === 'A' ? 'use AAAA records' : 'use A records, or subnets with IPv6',
    }];
  });
}

function checkPort(recordTypes: RecordTypes, { service, networkMode, containerName, containerPort, port }: RegistrantFacts): readonly Result[] {
  if (!anyKnown(recordTypes, (type) => known(type) === 'SRV')) {
    return recordTypes.length === 0 || known(networkMode) !== 'awsvpc' ? [] : portOfAddresses(known(service), known(containerPort));
  }
  const hasContainer = known(containerName) !== undefined && known(containerPort) !== undefined;
  const hasPort = known(port) !== undefined;
  const takesPort = known(networkMode) === 'awsvpc';
  if (takesPort && hasContainer && hasPort) {
    return [{ detail: `port (${known(port)}) is set beside containerName and containerPort in ${known(service)}`, property: 'port' }];
  }
  return hasContainer || (takesPort && hasPort) ? [] : [{
    detail: `containerPort (none) is needed by the SRV records that ${known(service)} registers`,
    property: 'containerPort',
  }];
}

/** Records with an address and no port: ECS refuses a registration with the port of a container, and takes its name. */
function portOfAddresses(service: string, containerPort: number | undefined): readonly Result[] {
  return containerPort === undefined ? [] : [{
    property: 'containerPort',
    detail: `containerPort (${containerPort}) of ${service} is for SRV records, and the Cloud Map service has records of addresses alone`,
    fix: 'leave containerName and containerPort out of the serviceRegistries, or add an SRV record to the Cloud Map service',
  }];
}

function checkMapping({ service, containerName, containerPort, mapsPort }: RegistrantFacts): readonly Result[] {
  return known(mapsPort) ? [] : [{
    detail: `containerPort (${String(known(containerPort))}) of ${String(known(containerName))} is not mapped by the task of ${known(service)}`,
    property: 'containerPort',
    fix: 'name a container of the task and a port that it maps',
  }];
}

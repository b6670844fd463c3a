import type { AliasFacts } from '../../facts/dns-record';
import { isInZone } from '../../facts/domain-names';
import { known } from '../../facts/fact';
import { all, defineGotcha, type Result } from '../definition';
import { andOthers } from '../naming';

export const netRecordRefused = defineGotcha({
  id: 'net-record-refused',
  title: 'A DNS record that Route 53 refuses',
  consequence: 'rejected',
  symptom: '`RRSet with DNS name … is not permitted in zone …`, or `Tried to create resource record set … but it already exists`.',
  why: 'A hosted zone holds its own name and the names below it. It has one record of a name and a type, or several with set identifiers, and nothing beside a CNAME.',
  rule: 'The name of a record is that of its hosted zone or ends with it. No 2 records of a zone have the same name and type, unless all of them have set identifiers that differ. '
    + 'No CNAME has the name of its zone, or that of another record. An alias has the DNS name and the hosted zone of one load balancer.',
  fix: 'write the whole name, with that of the hosted zone at its end',
  docsUrl: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html',
  levels: ['synth'],
  avoidedBy: '`Ingress.publicHttps` accepts a `domainName` in its `hostedZone` alone, and a `SharedLoadBalancer` creates one record for each host name.',
  subject: 'dnsRecord',
  needs: ['name'],
  reads: ['type', 'zoneName', 'alias', 'conflicts'],
  check: ({ name, type, zoneName, alias, conflicts }) => all(
    () => isInZone(name, known(zoneName)) ? [] : [{ property: 'name', detail: `name (${name}) is not in the hosted zone ${known(zoneName)}` }],
    () => known(zoneName) !== name || known(type) !== 'CNAME' ? [] : [{
      property: 'type', detail: `type (CNAME) is not possible for the name of the hosted zone, ${name}`, fix: 'create an A record that is an alias',
    }],
    () => mixed(known(alias)),
    () => known(conflicts).length === 0 ? [] : [{
      property: 'name', detail: `name (${name}) is taken in the hosted zone by ${andOthers(known(conflicts))}`, fix: 'remove one of the records, or choose another name for it',
    }],
  ),
});

function mixed(alias: AliasFacts | undefined): readonly Result[] {
  if (alias === undefined || alias.name === alias.zone) return [];
  const [name, zone] = [alias.name, alias.zone].map((key) => key.split('#').at(-1));
  return [{
    property: 'aliasTarget',
    detail: `aliasTarget (DNS name of ${name}) is not in the hosted zone of ${zone}, which it names`,
    fix: 'take the DNS name and the canonical hosted zone of one load balancer',
  }];
}

import { isInZone } from '../../facts/domain-names';
import { known } from '../../facts/fact';
import { all, defineGotcha } from '../definition';
import { andOthers } from '../naming';

export const netRecordRefused = defineGotcha({
  id: 'net-record-refused',
  title: 'A DNS record that Route 53 refuses',
  consequence: 'rejected',
  symptom: '`RRSet with DNS name … is not permitted in zone …`, or `Tried to create resource record set … but it already exists`.',
  why: 'A hosted zone holds its own name and the names below it. It has one record of a name and a type, or several with set identifiers, and nothing beside a CNAME.',
  rule: 'The name of a record is that of its hosted zone or ends with it. No 2 records of a zone have the same name and type, unless all of them have set identifiers that differ. '
    + 'No CNAME has the name of its zone, or that of another record.',
  fix: 'write the whole name, with that of the hosted zone at its end',
  docsUrl: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html',
  levels: ['synth'],
  avoidedBy: '`Ingress.publicHttps` accepts a `domainName` in its `hostedZone` alone, and a `SharedLoadBalancer` creates one record for each host name.',
  subject: 'dnsRecord',
  needs: ['name'],
  reads: ['type', 'zoneName', 'conflicts'],
  check: ({ name, type, zoneName, conflicts }) => all(
    () => isInZone(name, known(zoneName)) ? [] : [{ property: 'name', detail: `name (${name}) is not in the hosted zone ${known(zoneName)}` }],
    () => known(zoneName) !== name || known(type) !== 'CNAME' ? [] : [{
      property: 'type', detail: `type (CNAME) is not possible for the name of the hosted zone, ${name}`, fix: 'create an A record that is an alias',
    }],
    () => known(conflicts).length === 0 ? [] : [{
      property: 'name', detail: `name (${name}) is taken in the hosted zone by ${andOthers(known(conflicts))}`, fix: 'remove one of the records, or choose another name for it',
    }],
  ),
});

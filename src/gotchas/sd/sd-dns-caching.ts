import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

const LONG_SECONDS = 60;

export const sdDnsCaching = defineGotcha({
  id: 'sd-dns-caching',
  title: 'Clients keep the addresses of tasks for long after they are gone',
  consequence: 'worth-knowing',
  symptom: 'After a deployment clients get `connection refused` or timeouts until they ask for the name again.',
  why: 'A client may use a record until its TTL is over: tasks that a deployment or scaling has stopped are called for as long, and new ones are not.',
  rule: '`dnsTtl` of records that ECS registers is 60 s at most.',
  fix: 'lower the TTL to 60 seconds or less, or use Service Connect or a load balancer',
  docsUrl: 'https://docs.aws.amazon.com/cloud-map/latest/api/API_DnsRecord.html',
  levels: ['synth', 'live'],
  avoidedBy: '`CloudMapDiscovery` has records of 10 seconds by default.',
  causalRank: 'none',
  subject: 'registry',
  needs: ['registrants', 'recordTtlSeconds'],
  check: ({ registrants, recordTtlSeconds }) => registrants.length === 0 ? [] : each(recordTtlSeconds, (fact) => {
    const ttl = known(fact);
    return ttl === undefined || ttl <= LONG_SECONDS ? [] : [{ property: 'dnsTtl', detail: `dnsTtl (${ttl} seconds) is how long clients call tasks that are gone` }];
  }),
});

import { defineGotcha } from '../definition';

export const sdNoHealthConfig = defineGotcha({
  id: 'sd-no-health-config',
  title: 'Cloud Map keeps answering with dead tasks',
  consequence: 'rejected',
  symptom: 'The name resolves to tasks that are gone or unhealthy; or Cloud Map refuses the service with `InvalidInput`.',
  why: 'ECS reports the health of tasks to Cloud Map if its service has a custom health check. Route 53 checks from the internet, which reaches no private address: '
    + 'Cloud Map refuses it in a private namespace.',
  rule: 'A Cloud Map service with DNS records in which ECS registers tasks has a custom health check. One of Route 53 is an error in a private namespace, and a '
    + 'warning elsewhere; none at all is a warning.',
  fix: 'set HealthCheckCustomConfig on the Cloud Map service, and no HealthCheckConfig',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html',
  levels: ['synth', 'live'],
  designedOut: '`CloudMapDiscovery` creates its Cloud Map service with a custom health check.',
  causalRank: 'none',
  subject: 'registry',
  needs: ['registrants', 'recordTypes', 'healthCheck'],
  reads: ['namespaceKind'],
  check: ({ registrants, recordTypes, healthCheck, namespaceKind }) => {
    if (registrants.length === 0 || recordTypes.length === 0 || healthCheck === 'custom') return [];
    const property = 'healthCheck';
    if (healthCheck === undefined) return [{ property, consequence: 'misbehaves', detail: 'healthCheck (none) leaves unhealthy tasks in the answers' }];
    return namespaceKind === 'private-dns'
      ? [{ property, detail: 'healthCheck (of Route 53) is not for a private namespace' }]
      : [{ property, consequence: 'misbehaves', detail: 'healthCheck (of Route 53) checks the private addresses of tasks from the internet' }];
  },
});

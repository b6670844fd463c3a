import { anyKnown, known, Unknown } from '../../facts/fact';
import type { SecurityGroupFacts } from '../../facts/security-group';
import type { ServerFacts } from '../../facts/service-connect';
import { defineGotcha } from '../definition';
import { andOthers } from '../naming';
import { admits, allowsOut, covers } from '../net/admission';

export const scClientShutOut = defineGotcha({
  id: 'sc-client-shut-out',
  title: 'A client of Service Connect that reaches none of the services in its namespace',
  consequence: 'risk',
  symptom: 'Each call of the client ends in a timeout or in `upstream connect error`, and the tasks of both services are healthy.',
  why: 'The proxy of the client connects to the tasks of the server. ECS never edits security groups: those of the client need a rule out, and those of the server a rule in, for the port of the endpoint. '
    + 'A service of another app may be in the namespace too.',
  rule: 'The security groups of a service that only calls others allow TCP out to the port of at least 1 endpoint in its namespace, and those of the server allow it in from the client.',
  fix: 'allow the port out of the client and into the server: client.connections.allowTo(server, ec2.Port.tcp(port))',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html',
  levels: ['synth'],
  avoidedBy: '`connectTo` opens the port in the security groups of both services.',
  subject: 'service',
  needs: ['connect', 'network'],
  check: ({ connect, network }) => {
    // What has endpoints of its own may call nothing.
    if (!connect || !network || known(connect.endpoints).length > 0) return [];
    const servers = known(connect.servers);
    const groups = known(network.securityGroups);
    if (servers.length === 0 || groups.length === 0 || anyKnown(servers, (server) => reaches(groups, server))) return [];
    const names = andOthers([...new Set(servers.map(({ service }) => service))]);
    return [{ property: 'securityGroups', detail: `securityGroups (${groups.length}) have no way to the endpoints of ${names}` }];
  },
});

function reaches(groups: readonly SecurityGroupFacts[], { port, network }: ServerFacts): boolean {
  const to = known(port);
  // A name that no port has is another gotcha.
  if (to === undefined) return true;
  if (!groups.flatMap(({ egress }) => known(egress)).some((rule) => allowsOut(rule, to))) return false;
  const server = known(known(network) ?? new Unknown('the server has the network of its instances')).securityGroups;
  const own = known(server);
  // The default group of the VPC is not in the app; groups without any rule for the port are another gotcha.
  return own.length === 0 || !own.flatMap(({ ingress }) => known(ingress)).some((rule) => covers(rule, to)) || admits(own, to, () => groups);
}

import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';
import { andOthers } from '../naming';

export const scClientsNotRedeployed = defineGotcha({
  id: 'sc-clients-not-redeployed',
  title: 'A client of Service Connect that may start before the services it calls',
  consequence: 'misbehaves',
  symptom: 'After the first deployment of the stack a client can\'t resolve the name of a service that runs; its next deployment mends it.',
  why: 'Tasks know the endpoints that were there when their service was deployed. CloudFormation creates services of a stack side by side: '
    + 'a client that is first can\'t resolve the names of the others until its next deployment.',
  rule: 'A service that only calls others has to depend on at least 1 of the services of its stack that have endpoints in its namespace. With 1 dependency it '
    + 'is taken to know which ones it calls.',
  fix: 'make the client depend on the services it calls, with node.addDependency or DependsOn',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html',
  levels: ['synth'],
  designedOut: '`connectTo`, and a `ServiceConnectDiscovery` without endpoints, make a client wait for the servers it calls.',
  subject: 'service',
  needs: ['connect'],
  check: ({ connect }) => {
    // What has endpoints of its own may be called by those it would wait for.
    if (!connect || known(connect.endpoints).length > 0) return [];
    const servers = known(connect.serversNotAwaited);
    return servers.length === 0 ? [] : [{ property: 'serviceConnectConfiguration', detail: `dependsOn (none of ${andOthers(servers)}) lets this client start before them` }];
  },
});

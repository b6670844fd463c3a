import { known } from '../../facts/fact';
import type { GatewayAssociation } from '../../facts/gateway';
import { defineGotcha, type Finding } from '../definition';

export const gwNotAssociated = defineGotcha({
  id: 'gw-not-associated',
  title: 'A connector to a gateway that the cluster is not associated with',
  consequence: 'rejected',
  symptom: 'Creating the service fails with an `InvalidParameterException`: no gateway is associated with the cluster.',
  why: 'A connector names a port and no gateway: ECS uses the gateways that are associated with the cluster, and refuses the service while none is. '
    + 'CloudFormation creates the association and the service in parallel unless one waits for the other.',
  rule: 'The cluster of a service with `gatewayConnectors` is associated with a gateway, and the service depends on the association where both are in one stack.',
  fix: 'associate a gateway with the cluster (CfnGatewayClusterAssociations), and make the service depend on it',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/gateway-connect-service.html',
  levels: ['synth'],
  subject: 'service',
  needs: ['gatewayPorts'],
  reads: ['gatewayAssociation'],
  check: ({ gatewayPorts, gatewayAssociation }) => gatewayPorts.length === 0 ? [] : outcome(known(gatewayAssociation), `gatewayConnectors (${gatewayPorts.length})`),
});

function outcome(association: GatewayAssociation, connectors: string): readonly Finding[] {
  const property = 'gatewayConnectors';
  switch (association) {
    case 'awaited': return [];
    case 'not-awaited': return [{
      property,
      detail: `${connectors} need the association of the cluster, and the service doesn't wait for it`,
      consequence: 'misbehaves',
      fix: 'make the service depend on the association: service.node.addDependency(association)',
    }];
    case 'none': return [{ property, detail: `${connectors} need a gateway, and those of the app are not associated with the cluster` }];
    // Another app may have the gateway, and associate it.
    case 'outside': return [{ property, detail: `${connectors} need a gateway, and the app associates none with the cluster`, consequence: 'risk' }];
  }
}

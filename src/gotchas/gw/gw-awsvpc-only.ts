import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const gwAwsvpcOnly = defineGotcha({
  id: 'gw-awsvpc-only',
  title: 'A connector to an ECS gateway for tasks without an address of their own',
  consequence: 'rejected',
  symptom: 'Creating the service fails with an `InvalidParameterException` about the network mode.',
  why: 'The load balancers of a gateway have the addresses of tasks as their targets, and only tasks in the network mode awsvpc have one.',
  rule: 'The task definition of a service with `gatewayConnectors` has the network mode `awsvpc`.',
  fix: 'use the network mode awsvpc, or a load balancer of your own',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/gateway-connect-service.html',
  levels: ['synth'],
  subject: 'service',
  needs: ['gatewayPorts'],
  reads: ['task'],
  check: ({ gatewayPorts, task }) => gatewayPorts.length === 0 || known(task.networkMode) === 'awsvpc' ? [] : [{
    property: 'networkMode', detail: `networkMode (${known(task.networkMode)}) is not for the gatewayConnectors (${gatewayPorts.length}) of the service`,
  }],
});

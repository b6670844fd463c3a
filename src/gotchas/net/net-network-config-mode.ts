import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const netNetworkConfigMode = defineGotcha({
  id: 'net-network-config-mode',
  title: 'The network configuration does not go with the network mode',
  consequence: 'rejected',
  symptom: '`Network Configuration must be provided when networkMode \'awsvpc\' is specified`, or `Network Configuration is not valid for the given networkMode of this task definition`.',
  why: 'With awsvpc each task gets a network interface, and ECS has to be told in which subnets; with other network modes there is none to place. It refuses the service.',
  rule: 'A service has a network configuration if its task definition is in `awsvpc`, and none otherwise. With the deployment controller `EXTERNAL` the task sets bring it.',
  fix: 'give a network configuration to services of awsvpc tasks, and to no others',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_NetworkConfiguration.html',
  levels: ['construct', 'synth'],
  subject: 'service',
  needs: ['controller', 'network', 'task'],
  check: ({ controller, network, task }) => {
    // With an external controller, the task sets bring their own.
    if (controller === 'EXTERNAL') return [];
    const networkMode = known(task.networkMode);
    if ((networkMode === 'awsvpc') === (network !== undefined)) return [];
    return [network
      ? {
        property: 'networkConfiguration',
        detail: `networkConfiguration (set) does not go with network mode ${networkMode}`,
        fix: 'remove networkConfiguration, or set networkMode of the task definition to awsvpc',
      }
      : {
        property: 'networkConfiguration',
        detail: 'networkConfiguration (not set) is needed with network mode awsvpc',
        fix: 'set networkConfiguration with the subnets and security groups of the tasks',
      }];
  },
});

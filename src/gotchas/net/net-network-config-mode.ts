import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const netNetworkConfigMode = defineGotcha({
  id: 'net-network-config-mode',
  title: 'The network configuration contradicts the network mode',
  consequence: 'rejected',
  symptom: '`Network Configuration must be provided when networkMode \'awsvpc\' is specified`, or `Network Configuration is not valid for the given networkMode of this task definition`.',
  why: 'With awsvpc each task has a network interface, and ECS needs its subnets; with other network modes there is none to place. ECS refuses the service.',
  rule: 'A service has a network configuration if its task definition is in `awsvpc`, and none otherwise. With the deployment controller `EXTERNAL` the task sets bring it.',
  fix: 'set networkConfiguration for services of awsvpc tasks, and for no others',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_NetworkConfiguration.html',
  levels: ['construct', 'synth'],
  subject: 'service',
  alsoOn: ['taskLaunch'],
  needs: ['controller', 'network', 'task'],
  reads: ['onFargate'],
  check: ({ controller, network, task, onFargate }) => {
    // With an external controller, the task sets bring their own.
    if (controller === 'EXTERNAL') return [];
    // On Fargate there is no other mode, so a task of another app is in it too.
    const networkMode = onFargate === true && network === undefined ? 'awsvpc' : known(task.networkMode);
    if ((networkMode === 'awsvpc') === (network !== undefined)) return [];
    // The network mode is what is wrong there, which td-fargate-not-declared reports.
    if (onFargate === true && network !== undefined) return [];
    return [network
      ? {
        property: 'networkConfiguration',
        detail: `networkConfiguration (set) is not allowed with network mode ${networkMode}`,
        fix: 'remove networkConfiguration, or set networkMode of the task definition to awsvpc',
      }
      : {
        property: 'networkConfiguration',
        detail: 'networkConfiguration (not set) is needed with network mode awsvpc',
        fix: 'set networkConfiguration with the subnets and security groups of the tasks',
      }];
  },
});

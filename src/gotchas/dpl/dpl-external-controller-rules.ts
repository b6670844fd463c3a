import { known } from '../../facts/fact';
import { all, defineGotcha, type Result } from '../definition';

export const dplExternalControllerRules = defineGotcha({
  id: 'dpl-external-controller-rules',
  title: 'A service of an external controller with settings of its task sets',
  consequence: 'rejected',
  symptom: '`CreateService error: NetworkConfiguration must be null.`, and the like for the launch type and the task definition.',
  why: 'With the controller EXTERNAL, which CodeDeploy through CloudFormation takes too, each task set brings its own revision, network, load balancers and capacity: ECS refuses them on the service.',
  rule: 'A service with the deployment controller `EXTERNAL` has no task definition, network configuration, launch type, capacity provider strategy, platform version, load balancers or service registries. `AWS::ECS::TaskSet` has them.',
  fix: 'move the settings to the AWS::ECS::TaskSet, or remove the deployment controller',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-external.html',
  levels: ['synth'],
  designedOut: 'Our services are deployed by ECS or by CodeDeploy.',
  subject: 'service',
  needs: ['controller'],
  reads: ['taskIsPinned', 'network', 'launchType', 'capacityProviderStrategy', 'platformVersion', 'loadBalancers', 'registries'],
  check: (service) => service.controller !== 'EXTERNAL' ? [] : all(
    () => found(known(service.network) !== undefined, 'networkConfiguration'),
    () => found(known(service.taskIsPinned) !== undefined, 'taskDefinition'),
    () => found(known(service.launchType) !== undefined, 'launchType'),
    () => found(known(service.capacityProviderStrategy).length > 0, 'capacityProviderStrategies'),
    () => found(known(service.platformVersion) !== undefined, 'platformVersion'),
    () => found(known(service.loadBalancers).length > 0, 'loadBalancers'),
    () => found(known(service.registries) > 0, 'serviceRegistries'),
  ),
});

function found(isSet: boolean, property: string): readonly Result[] {
  return isSet ? [{ property, detail: `${property} (set) is for the task sets of the service, whose deployment controller is EXTERNAL` }] : [];
}

import { clustersWithInstances } from './capacity';
import { clusterStrategy } from './compute';
import { required, resourceIn } from './reading';
import { readReferredTask } from './tasks';
import type { Resource } from './template';
import type { Value } from './value';
import { Unknown, type Fact } from '../facts/fact';
import type { TaskLaunchFacts } from '../facts/task-launch';

/** What an event rule or a schedule runs on ECS. */
export function readTaskLaunches(resource: Resource): readonly TaskLaunchFacts[] {
  const targets = resource.type === 'AWS::Events::Rule' ? resource.properties.get('Targets').items() : [resource.properties.get('Target')];
  return targets instanceof Unknown ? [] : targets.filter((target) => target.get('EcsParameters').isSet() === true).map(readLaunch);
}

function readLaunch(target: Value): TaskLaunchFacts {
  const parameters = target.get('EcsParameters');
  const providers = parameters.get('CapacityProviderStrategy').items();
  const strategy = clusterStrategy(target.get('Arn'));
  return {
    launchType: parameters.get('LaunchType').word('EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'),
    capacityProviders: providers instanceof Unknown ? providers : providers.map((item) => required(item.get('CapacityProvider').text())),
    clusterHasDefaultStrategy: strategy instanceof Unknown ? strategy : strategy.length > 0,
    clusterHasInstances: hasInstances(target.get('Arn')),
    task: readReferredTask(parameters.get('TaskDefinitionArn')),
  };
}

function hasInstances(value: Value): Fact<boolean> {
  const cluster = resourceIn(value, 'AWS::ECS::Cluster');
  return cluster ? clustersWithInstances(value.app).has(cluster) : new Unknown('the cluster is not in this app');
}

import { clustersWithInstances } from './capacity';
import { clusterStrategy } from './compute';
import { readRunTasks } from './state-machines';
import { readReferredTask } from './tasks';
import type { Resource } from '../cloudformation/template';
import type { Value } from '../cloudformation/value';
import { required, resourceIn } from '../cloudformation/value-helpers';
import { Unknown, type Fact } from '../facts/fact';
import type { TaskLaunchFacts } from '../facts/task-launch';

/** A task that a resource runs. */
export interface TaskLaunch {
  readonly facts: TaskLaunchFacts;
  /** Name of the task in its resource, if it has one. */
  readonly part?: string;
}

/** Tasks that an event rule, a schedule or a state machine runs on ECS. */
export function readTaskLaunches(resource: Resource): readonly TaskLaunch[] {
  if (resource.type === 'AWS::StepFunctions::StateMachine') {
    return readRunTasks(resource).map((state) => ({ facts: readLaunch(state.get('Cluster'), state, state.get('TaskDefinition')) }));
  }
  const targets = resource.type === 'AWS::Events::Rule' ? resource.properties.get('Targets').items() : [resource.properties.get('Target')];
  if (targets instanceof Unknown) return [];
  return targets.filter((target) => target.get('EcsParameters').isSet() === true).map((target) => {
    const parameters = target.get('EcsParameters');
    const id = target.get('Id').text();
    return { facts: readLaunch(target.get('Arn'), parameters, parameters.get('TaskDefinitionArn')), part: typeof id === 'string' ? id : undefined };
  });
}

function readLaunch(cluster: Value, parameters: Value, task: Value): TaskLaunchFacts {
  const providers = parameters.get('CapacityProviderStrategy').items();
  const strategy = clusterStrategy(cluster);
  return {
    launchType: parameters.get('LaunchType').word('EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'),
    capacityProviders: providers instanceof Unknown ? providers : providers.map((item) => required(item.get('CapacityProvider').text())),
    clusterHasDefaultStrategy: strategy instanceof Unknown ? strategy : strategy.length > 0,
    clusterHasInstances: hasInstances(cluster),
    task: readReferredTask(task),
  };
}

function hasInstances(value: Value): Fact<boolean> {
  const cluster = resourceIn(value, 'AWS::ECS::Cluster');
  return cluster ? clustersWithInstances(value.app).has(cluster) : new Unknown('the cluster is not in this app');
}

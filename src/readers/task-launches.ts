import { clustersWithInstances } from './capacity';
import { anyOnFargate, clusterStrategy, readStrategy } from './compute';
import { readInput, readOverrides } from './launch-overrides';
import { readNetwork } from './networks';
import { readRole } from './roles';
import { readSecondsBetweenRuns } from './run-intervals';
import { readRunTasks } from './state-machines';
import { readReferredTask } from './tasks';
import { mayBeGuarded, readTimeout, readWorkRetries } from './work-of-states';
import type { Resource } from '../cloudformation/template';
import type { Value } from '../cloudformation/value';
import { identity, optional, resourceIn } from '../cloudformation/value-helpers';
import { Unknown, type Fact } from '../facts/fact';
import { taskLaunchFacts, type TaskLaunchFacts } from '../facts/task-launch';

/** A task that a resource runs. */
export interface TaskLaunch {
  readonly facts: TaskLaunchFacts;
  /** Name of the task in its resource, if it has one. */
  readonly part?: string;
}

/** Types of resources that run tasks. */
export const LAUNCHERS = ['AWS::Events::Rule', 'AWS::Scheduler::Schedule', 'AWS::Pipes::Pipe', 'AWS::StepFunctions::StateMachine'] as const;

/** Tasks that an event rule, a schedule, a pipe or a state machine runs on ECS. */
export function readTaskLaunches(resource: Resource): readonly TaskLaunch[] {
  const { type, properties } = resource;
  if (type === 'AWS::StepFunctions::StateMachine') return launchesOfStates(resource);
  if (type === 'AWS::Pipes::Pipe') return launchesOfPipe(properties);
  const targets = type === 'AWS::Events::Rule' ? properties.get('Targets').items() : [properties.get('Target')];
  if (targets instanceof Unknown) return [];
  const launcher = type === 'AWS::Events::Rule' ? 'rule' : 'schedule';
  return targets.filter((target) => target.get('EcsParameters').isSet() === true).map((target) => launchOfTarget(target, launcher));
}

function launchOfTarget(target: Value, launcher: 'rule' | 'schedule'): TaskLaunch {
  const parameters = target.get('EcsParameters');
  const id = target.get('Id').text();
  return {
    part: typeof id === 'string' ? id : undefined,
    facts: {
      ...readLaunch(target.get('Arn'), parameters, parameters.get('TaskDefinitionArn')),
      launcher,
      ebsVolumes: [],
      role: readRole(target.get('RoleArn')),
      setsTags: hasItems(parameters.get(launcher === 'rule' ? 'TagList' : 'Tags')),
      hasDeadLetterQueue: target.at('DeadLetterConfig', 'Arn').isSet(),
      containers: readInput(target),
    },
  };
}

function launchesOfPipe(pipe: Value): readonly TaskLaunch[] {
  const parameters = pipe.at('TargetParameters', 'EcsTaskParameters');
  if (parameters.isSet() !== true) return [];
  return [{
    facts: {
      ...readLaunch(pipe.get('Target'), parameters, parameters.get('TaskDefinitionArn')),
      launcher: 'pipe',
      ebsVolumes: [],
      role: readRole(pipe.get('RoleArn')),
      setsTags: hasItems(parameters.get('Tags')),
      containers: readOverrides(parameters.get('Overrides')),
    },
  }];
}

function launchesOfStates(machine: Resource): readonly TaskLaunch[] {
  const all = readRunTasks(machine);
  return all.states.map((run) => {
    const parameters = run.arguments;
    const volumes = parameters.get('VolumeConfigurations').isSet();
    return {
      part: run.name,
      facts: {
        ...readLaunch(parameters.get('Cluster'), parameters, parameters.get('TaskDefinition')),
        launcher: 'state',
        ebsVolumes: volumes === false ? [] : new Unknown('volumes of a state are not read'),
        role: readRole(machine.properties.get('RoleArn')),
        setsTags: hasItems(parameters.get('Tags')),
        containers: readOverrides(parameters.get('Overrides')),
        waits: run.waits,
        timeoutSeconds: readTimeout(run, all),
        workRetries: readWorkRetries(run),
        secondsBetweenRuns: readSecondsBetweenRuns(machine),
        mayBeGuarded: mayBeGuarded(all),
      },
    };
  });
}

function readLaunch(cluster: Value, parameters: Value, task: Value): TaskLaunchFacts {
  const strategy = readStrategy(parameters.get('CapacityProviderStrategy'));
  const byDefault = clusterStrategy(cluster);
  const launchType = parameters.get('LaunchType').word('EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES');
  const capacityProviders = strategy instanceof Unknown ? strategy : strategy.map(({ provider }) => provider);
  return taskLaunchFacts({
    launchType,
    capacityProviders,
    clusterHasDefaultStrategy: byDefault instanceof Unknown ? byDefault : byDefault.length > 0,
    clusterHasInstances: hasInstances(cluster),
    onFargate: onFargate(launchType, capacityProviders),
    platformVersion: parameters.get('PlatformVersion').text(),
    network: optional(parameters.get('NetworkConfiguration'), readNetwork),
    controller: 'ECS',
    schedulingStrategy: 'REPLICA',
    task: readReferredTask(task),
    taskId: identity(task),
    hasDeadLetterQueue: undefined,
    waits: false,
    timeoutSeconds: undefined,
    workRetries: 0,
    secondsBetweenRuns: undefined,
    mayBeGuarded: false,
  });
}

function onFargate(launchType: TaskLaunchFacts['launchType'], providers: TaskLaunchFacts['capacityProviders']): Fact<boolean> {
  if (launchType !== undefined) return launchType instanceof Unknown ? launchType : launchType === 'FARGATE';
  if (providers instanceof Unknown) return providers;
  if (providers.length === 0) return new Unknown('the cluster decides where the task runs');
  return anyOnFargate(providers);
}

function hasInstances(value: Value): Fact<boolean> {
  const cluster = resourceIn(value, 'AWS::ECS::Cluster');
  return cluster ? clustersWithInstances(value.app).has(cluster) : new Unknown('the cluster is not in this app');
}

function hasItems(list: Value): Fact<boolean> {
  const items = list.items();
  return items instanceof Unknown ? items : items.length > 0;
}

import { capacityOf, clustersWithInstances, joinedBy, readCapacity } from '../capacity/capacity';
import { anyOnFargate, clusterStrategy, readStrategy } from '../capacity/compute';
import { readInput, readInputFields, readOverrides } from './launch-overrides';
import { readDataStores } from '../network/data-stores';
import { readNetwork } from '../network/networks';
import { readRole } from '../permissions/roles';
import { CLUSTER_ARN, ROLE } from '../reference-kinds';
import { readReferences, referenceAt } from '../references';
import { readSecondsBetweenRuns, schedulesOf, schedulesOfMachine } from './run-intervals';
import { fieldsIn, readLanguage, readLiteralPaths, readPassesToken, readStateFields } from './state-fields';
import { readMisshapenInput, readMisshapenOverrides } from './override-shapes';
import { readRunTasks } from './state-machines';
import { readPipeSettings, readTargetSettings } from './target-settings';
import { readReferredTask } from '../tasks/tasks';
import { mayBeGuarded, readTimeout, readWorkRetries } from './work-of-states';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { identity, optional, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import { taskLaunchFacts, type NeededActions, type TaskLaunchFacts } from '../../facts/task-launch';

/** A task that a resource runs. */
export interface TaskLaunch {
  readonly facts: TaskLaunchFacts;
  /** Name of the task in its resource, if it has one. */
  readonly part?: string;
}

/** Types of resources that run tasks. */
export const LAUNCHERS = ['AWS::Events::Rule', 'AWS::Scheduler::Schedule', 'AWS::Pipes::Pipe', 'AWS::StepFunctions::StateMachine'] as const;

const CLUSTER = 'AWS::ECS::Cluster';

/** Tasks that an event rule, a schedule, a pipe or a state machine runs on ECS. */
export function readTaskLaunches(resource: Resource): readonly TaskLaunch[] {
  const schedules = resource.type === 'AWS::StepFunctions::StateMachine' ? schedulesOfMachine(resource) : schedulesOf(resource);
  // The tasks of one resource share its schedules, which are checked once.
  return launchesOf(resource).map((launch, index) => ({ ...launch, facts: { ...launch.facts, schedules: index === 0 ? schedules : [] } }));
}

function launchesOf(resource: Resource): readonly TaskLaunch[] {
  const { type, properties } = resource;
  if (type === 'AWS::StepFunctions::StateMachine') return launchesOfStates(resource);
  if (type === 'AWS::Pipes::Pipe') return launchesOfPipe(properties);
  const targets = type === 'AWS::Events::Rule' ? properties.get('Targets').items() : [properties.get('Target')];
  if (targets instanceof Unknown) return [];
  const launcher = type === 'AWS::Events::Rule' ? 'rule' : 'schedule';
  return targets.flatMap((target) => {
    if (target.get('EcsParameters').isSet() === true || resourceIn(target.get('Arn'), CLUSTER)) return [launchOfTarget(target, launcher)];
    const input = launcher === 'schedule' && isRunTask(target) ? target.get('Input').document() : undefined;
    return input === undefined || input instanceof Unknown ? [] : [launchOfInput(target, input)];
  });
}

/** A schedule may call any action of an API, by a target that is no resource. */
function isRunTask(target: Value): boolean {
  const last = target.get('Arn').pieces().at(-1);
  return typeof last === 'string' && last.endsWith(':scheduler:::aws-sdk:ecs:runTask');
}

function launchOfInput(target: Value, input: Value): TaskLaunch {
  return {
    facts: {
      ...readLaunch(input.get('Cluster'), input, input.get('TaskDefinition')),
      ...readNames(input),
      launcher: 'schedule',
      ebsVolumes: input.get('VolumeConfigurations').isSet() === false ? [] : new Unknown('volumes of an input are not read'),
      role: readRole(target.get('RoleArn')),
      neededActions: ofDeadLetters(target),
      setsTags: hasItems(input.get('Tags')),
      hasDeadLetterQueue: target.at('DeadLetterConfig', 'Arn').isSet(),
      settings: readTargetSettings(target, 'schedule'),
      containers: readOverrides(input.get('Overrides')),
      misshapenOverrides: readMisshapenOverrides(input.get('Overrides')),
    },
  };
}

const PLACES = [referenceAt('Arn', CLUSTER_ARN), referenceAt('RoleArn', ROLE)];
const PLACES_OF_PIPE = [referenceAt('Target', CLUSTER_ARN), referenceAt('RoleArn', ROLE)];

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
      neededActions: launcher === 'schedule' ? ofDeadLetters(target) : [],
      setsTags: hasItems(parameters.get(launcher === 'rule' ? 'TagList' : 'Tags')),
      hasDeadLetterQueue: target.at('DeadLetterConfig', 'Arn').isSet(),
      settings: readTargetSettings(target, launcher),
      containers: readInput(target),
      misshapenOverrides: readMisshapenInput(target),
      misreferred: readReferences(target, PLACES),
      runFields: readInputFields(target),
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
      neededActions: isQueue(pipe.get('Source')) ? FROM_QUEUE : [],
      setsTags: hasItems(parameters.get('Tags')),
      containers: readOverrides(parameters.get('Overrides')),
      settings: readPipeSettings(pipe),
      misreferred: readReferences(pipe, PLACES_OF_PIPE),
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
        ...readNames(parameters),
        launcher: 'state',
        ebsVolumes: volumes === false ? [] : new Unknown('volumes of a state are not read'),
        role: readRole(machine.properties.get('RoleArn')),
        neededActions: run.syncs ? TO_SYNC : [],
        setsTags: hasItems(parameters.get('Tags')),
        containers: readOverrides(parameters.get('Overrides')),
        misshapenOverrides: readMisshapenOverrides(parameters.get('Overrides')),
        calledResource: run.resource,
        waits: run.waits,
        timeoutSeconds: readTimeout(run, all),
        workRetries: readWorkRetries(run),
        secondsBetweenRuns: readSecondsBetweenRuns(machine),
        passesToken: readPassesToken(run),
        queryLanguage: readLanguage(run, all),
        stateFields: readStateFields(run),
        literalPaths: readLiteralPaths(run, all),
        runFields: fieldsIn([run.written.Parameters, run.written.Arguments]),
        mayBeGuarded: mayBeGuarded(all),
      },
    };
  });
}

/** EventBridge Scheduler sends to a dead-letter queue as the role. */
function ofDeadLetters(target: Value): Fact<readonly NeededActions[]> {
  const isSet = target.at('DeadLetterConfig', 'Arn').isSet();
  if (isSet instanceof Unknown) return isSet;
  return isSet ? [{ actions: ['sqs:SendMessage'], otherwise: 'may not send starts that failed to the dead-letter queue, which are lost', isRefused: false }] : [];
}

const FROM_QUEUE: readonly NeededActions[] = [
  { actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], otherwise: 'may not receive messages of the source', isRefused: true },
];

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html#sync-async-iam-policies */
const TO_SYNC: readonly NeededActions[] = [
  {
    actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
    otherwise: 'may not use the rule by which Step Functions learns of the end of the task',
    isRefused: true,
  },
  { actions: ['ecs:StopTask'], otherwise: 'may not stop the task at its timeout, which runs on', isRefused: false },
];

function isQueue(source: Value): boolean {
  if (resourceIn(source, 'AWS::SQS::Queue')) return true;
  const arn = source.text();
  return typeof arn === 'string' && arn.split(':')[2] === 'sqs';
}

function readLaunch(cluster: Value, parameters: Value, task: Value): TaskLaunchFacts {
  const strategy = readStrategy(parameters.get('CapacityProviderStrategy'));
  const byDefault = clusterStrategy(cluster);
  const launchType = parameters.get('LaunchType').word('EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES');
  const capacityProviders = strategy instanceof Unknown ? strategy : strategy.map(({ provider }) => provider);
  return taskLaunchFacts({
    launchType,
    capacityProviders,
    capacityProviderStrategy: strategy,
    cluster: { defaultStrategy: byDefault },
    clusterHasDefaultStrategy: byDefault instanceof Unknown ? byDefault : byDefault.length > 0,
    capacities: readCapacities(cluster, launchType),
    clusterHasInstances: hasInstances(cluster),
    onFargate: onFargate(launchType, capacityProviders),
    platformVersion: parameters.get('PlatformVersion').text(),
    network: optional(parameters.get('NetworkConfiguration'), readNetwork),
    controller: 'ECS',
    schedulingStrategy: 'REPLICA',
    clusterId: resourceIn(cluster, CLUSTER) || typeof cluster.text() === 'string' ? identity(cluster) : new Unknown('the cluster is not in this app'),
    clusterNamed: readNamed(cluster),
    taskNamed: readNamed(task),
    passesToken: undefined,
    queryLanguage: undefined,
    stateFields: [],
    runFields: [],
    literalPaths: [],
    settings: undefined,
    misshapenOverrides: [],
    misreferred: [],
    taskCount: parameters.get(parameters.get('Count').isSet() === false ? 'TaskCount' : 'Count').number(),
    calledResource: undefined,
    dataStores: readDataStores(task),
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

/** Type of the resource that a value refers to, or its text, in which what only the deployment knows stands as `<…>`. */
function readNamed(value: Value): Fact<string> {
  const resource = value.resource();
  if (resource !== undefined && !(resource instanceof Unknown)) return resource.type;
  const pieces = value.pieces();
  if (pieces.length === 0) return value.isSet() === false ? 'none' : new Unknown('it is no text');
  if (!pieces.some((piece) => typeof piece === 'string')) return new Unknown('it is known when the stack is deployed');
  return pieces.map((piece) => typeof piece === 'string' ? piece : '<…>').join('');
}

function readNames(call: Value): Pick<TaskLaunchFacts, 'clusterNamed' | 'taskNamed'> {
  return { clusterNamed: readNamedOrName(call.get('Cluster'), CLUSTER), taskNamed: readNamedOrName(call.get('TaskDefinition'), 'AWS::ECS::TaskDefinition') };
}

/** The API of ECS accepts names for ARNs, and runs tasks in the cluster of the account where none is named. */
function readNamedOrName(value: Value, type: string): Fact<string> {
  const named = readNamed(value);
  return typeof named === 'string' && /^[\w<…>-]+(:[\w<…>]+)?$/.test(named) ? type : named;
}

function hasInstances(value: Value): Fact<boolean> {
  const cluster = resourceIn(value, CLUSTER);
  return cluster ? clustersWithInstances(value.app).has(cluster) : new Unknown('the cluster is not in this app');
}

function readCapacities(value: Value, launchType: TaskLaunchFacts['launchType']): TaskLaunchFacts['capacities'] {
  if (launchType !== 'EC2') return launchType instanceof Unknown ? launchType : [];
  const cluster = resourceIn(value, CLUSTER);
  return cluster ? capacityOf(value.app).filter((group) => joinedBy(group).clusters.includes(cluster)).map(readCapacity) : new Unknown('the cluster is not in this app');
}

function hasItems(list: Value): Fact<boolean> {
  const items = list.items();
  return items instanceof Unknown ? items : items.length > 0;
}

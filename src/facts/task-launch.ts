import type { CapacityFacts } from './capacity';
import type { ClusterFacts } from './cluster';
import type { ContainerFacts } from './container';
import type { DataStoreFacts } from './data-store';
import type { DeploymentController } from './deployment';
import { NOT_SAID, Unknown, type Fact } from './fact';
import type { NetworkFacts } from './network';
import type { ReferenceFacts } from './reference';
import type { RoleFacts } from './role';
import type { ScheduleFacts } from './schedule-expression';
import type { CapacityProviderItemFacts } from './service';
import { taskFacts, type Compatibility, type TaskFacts } from './task';
import type { EbsVolumeFacts } from './volume';

/** Origin of tasks: a target of an event rule, a schedule or a pipe, a state of a state machine. */
export type Launcher = 'rule' | 'schedule' | 'pipe' | 'state';

/** Actions that the role of a launch needs beside those that start the task. */
export interface NeededActions {
  readonly actions: readonly string[];
  /** Effect of the missing permission, for messages: `may not receive messages of the queue`. */
  readonly otherwise: string;
  /** AWS refuses the launcher without it; else the launcher fails in some event. */
  readonly isRefused: boolean;
}

/** A part of overrides in a shape that the API of ECS does not read. */
export interface OverrideShapeFacts {
  /** Field as it is written: `containerOverrides[app].command`. */
  readonly field: string;
  /** Shape of its value: `a text`. */
  readonly written: string;
  /** Shape that the API reads: `a list of texts`. */
  readonly needed: string;
}

/** Settings of a target that its service checks by itself. */
export interface TargetSettingsFacts {
  readonly retryAttempts: Fact<number | undefined>;
  readonly maxAgeSeconds: Fact<number | undefined>;
  readonly propagatesTags: Fact<string | undefined>;
  /** Variables of an input template that nothing stands for. */
  readonly unknownVariables: Fact<readonly string[]>;
  /** Number of records that a pipe takes at once; `undefined`: its source decides. */
  readonly batchSize: Fact<number | undefined>;
  /** Fields of the filters of a pipe whose value is no list. */
  readonly filtersWithoutList: Fact<readonly string[]>;
  /** The queue for starts that failed is a FIFO queue; `undefined`: there is none, or its own checks find that. */
  readonly deadLettersAreFifo: Fact<boolean | undefined>;
}

/** Something that runs a task by itself. Facts that services have too have the same names. */
export interface TaskLaunchFacts {
  readonly launcher: Fact<Launcher>;
  readonly launchType: Fact<Compatibility | undefined>;
  readonly capacityProviders: Fact<readonly Fact<string>[]>;
  readonly capacityProviderStrategy: Fact<readonly CapacityProviderItemFacts[]>;
  /** The cluster in which the task runs, as far as it decides on the capacity. */
  readonly cluster: Pick<ClusterFacts, 'defaultStrategy'>;
  /** The cluster brings a strategy of its own. */
  readonly clusterHasDefaultStrategy: Fact<boolean>;
  /** Groups of the app whose instances may run the task by its launch type; none where it sets another one, or a strategy. */
  readonly capacities: Fact<readonly CapacityFacts[]>;
  /** Instances of the app join the cluster. */
  readonly clusterHasInstances: Fact<boolean>;
  readonly onFargate: Fact<boolean>;
  readonly platformVersion: Fact<string | undefined>;
  /** `undefined`: no network configuration. */
  readonly network: Fact<NetworkFacts | undefined>;
  /** Data stores of the app that its containers connect to. */
  readonly dataStores: Fact<readonly DataStoreFacts[]>;
  readonly ebsVolumes: Fact<readonly EbsVolumeFacts[]>;
  /** ECS starts the task itself, as the controller `ECS` does for a service. */
  readonly controller: Fact<DeploymentController>;
  readonly schedulingStrategy: Fact<'REPLICA' | 'DAEMON'>;
  readonly task: TaskFacts;
  /** Identifies the task definition; not for messages. */
  readonly taskId: Fact<string>;
  /** The containers that overrides are for, with their environment. */
  readonly containers: Fact<readonly ContainerFacts[]>;
  /** Parts of overrides that the API does not read; none where CloudFormation checks them. */
  readonly misshapenOverrides: Fact<readonly OverrideShapeFacts[]>;
  /** References that yield something else than their property takes. */
  readonly misreferred: Fact<readonly ReferenceFacts[]>;
  /** The number of tasks of each start; `undefined`: one. */
  readonly taskCount: Fact<number | undefined>;
  /** The resource that a state calls, with `<…>` for what only the deployment knows; `undefined`: the launcher is no state. */
  readonly calledResource: Fact<string | undefined>;
  /** The role that starts the task. */
  readonly role: Fact<RoleFacts | undefined>;
  /** Further uses of the role. */
  readonly neededActions: Fact<readonly NeededActions[]>;
  /** The launch asks for tags on the task by itself. */
  readonly setsTags: Fact<boolean>;
  /** Starts that fail are kept in a queue; `undefined`: the launcher sees failures by itself. */
  readonly hasDeadLetterQueue: Fact<boolean | undefined>;
  /** The launcher waits for the end of the task. */
  readonly waits: Fact<boolean>;
  /** The time after which a task that is waited for is stopped; `undefined`: never. */
  readonly timeoutSeconds: Fact<number | undefined>;
  /** The number of times that failed work is repeated. */
  readonly workRetries: Fact<number>;
  /** The time between two runs, where a schedule of the app starts them; `undefined`: no schedule does. */
  readonly secondsBetweenRuns: Fact<number | undefined>;
  /** Schedules of the app that start it. */
  readonly schedules: Fact<readonly ScheduleFacts[]>;
  /** Identifies the cluster; not for messages. */
  readonly clusterId: Fact<string>;
  /** Type of the resource that is named as the cluster, or the text that names one. */
  readonly clusterNamed: Fact<string>;
  /** Type of the resource that is named as the task definition, or the text that names one. */
  readonly taskNamed: Fact<string>;
  /** The state hands its task token to the task; `undefined`: it doesn't wait for one. */
  readonly passesToken: Fact<boolean | undefined>;
  /** Language of the state; `undefined`: the launcher is none. */
  readonly queryLanguage: Fact<'JSONPath' | 'JSONata' | undefined>;
  /** Fields of the state, and of what it passes to RunTask, as they are written. */
  readonly stateFields: Fact<readonly string[]>;
  /** Fields that reach RunTask as they are written; none where CloudFormation reads them. */
  readonly runFields: Fact<readonly string[]>;
  /** Fields that pass a path of JSONPath as a text, as in `Value: $.id`. */
  readonly literalPaths: Fact<readonly string[]>;
  /** Settings of the target of a rule, a schedule or a pipe; `undefined`: the launcher is a state. */
  readonly settings: Fact<TargetSettingsFacts | undefined>;
  /** Something may keep runs apart: a lock, a check of other executions. */
  readonly mayBeGuarded: Fact<boolean>;
}

/** Fills the facts that are missing with *unknown*. */
export function taskLaunchFacts(given: Partial<TaskLaunchFacts> = {}, otherwise = NOT_SAID): TaskLaunchFacts {
  const unknown = new Unknown(otherwise);
  return {
    launcher: unknown,
    launchType: unknown,
    capacityProviders: unknown,
    capacityProviderStrategy: unknown,
    cluster: { defaultStrategy: unknown },
    clusterHasDefaultStrategy: unknown,
    capacities: unknown,
    clusterHasInstances: unknown,
    onFargate: unknown,
    platformVersion: unknown,
    network: unknown,
    dataStores: unknown,
    ebsVolumes: unknown,
    controller: unknown,
    schedulingStrategy: unknown,
    task: taskFacts({}, otherwise),
    taskId: unknown,
    containers: unknown,
    misshapenOverrides: unknown,
    misreferred: unknown,
    taskCount: unknown,
    calledResource: unknown,
    role: unknown,
    neededActions: unknown,
    setsTags: unknown,
    hasDeadLetterQueue: unknown,
    waits: unknown,
    timeoutSeconds: unknown,
    workRetries: unknown,
    secondsBetweenRuns: unknown,
    schedules: unknown,
    clusterId: unknown,
    clusterNamed: unknown,
    taskNamed: unknown,
    passesToken: unknown,
    queryLanguage: unknown,
    stateFields: unknown,
    runFields: unknown,
    literalPaths: unknown,
    settings: unknown,
    mayBeGuarded: unknown,
    ...given,
  };
}

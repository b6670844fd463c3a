import type {
  Alarm, AutoScalingGroup, CapacityProvider, Certificate, Cluster, ContainerInstance, ElbListener, ElbLoadBalancer, ElbRule, ExpressService,
  GroupActivity, Image, LogGroup, MountTarget, Namespace, NetworkAcl, ProtectedTask, RouteTable, ScalableTarget, ScalingActivity, ScalingPolicy,
  ScheduledAction, SecurityGroup, Service, ServiceDeployment, ServiceRevision, Setting, Stack, StackEvent, Subnet, TargetGroup,
  TargetHealth, Task, TaskDefinition, VpcEndpoint,
} from './shapes';
import type { Fact, Unknown } from '../../facts/fact';

/** Amount that is read: failures of now; also the wiring; also everything around it. */
export type Depth = 'quick' | 'default' | 'deep';

/**
 * One region of one account as AWS describes it, in AWS's own shapes.
 *
 * What could not be read is `Unknown` with the reason: a denied call with its IAM action, a depth that leaves it out.
 */
export interface Account {
  readonly region: string;
  readonly readAt: Date;
  readonly depth: Depth;
  readonly clusters: readonly LiveCluster[];
  /** Account settings that ECS applies, by name. */
  readonly settings: Fact<readonly Setting[]>;
  /** Deep: alarms in state ALARM for jobs of the region that have not succeeded in time. */
  readonly jobAlarms: Fact<readonly Alarm[]>;
  /** Deep: dead-letter queues of the queues that services work on, and of rules, schedules and state machines that start tasks, by ARN. */
  readonly deadLetterQueues: Fact<ReadonlyMap<string, Fact<LiveDeadLetterQueue>>>;
}

/** A dead-letter queue as it is now. */
export interface LiveDeadLetterQueue {
  readonly name: string;
  /** Queues, rules, schedules and state machines that send to it. */
  readonly sources: readonly string[];
  readonly messages: number;
  /** Days after which SQS deletes a message. */
  readonly retentionDays: number;
}

/** Something that is there and could not be read. */
export interface NotRead {
  /** The service's name, or how many there are. */
  readonly name: string;
  readonly reason: string;
}

/** One cluster, with what runs in it. */
export interface LiveCluster {
  readonly cluster: Cluster;
  readonly services: readonly LiveService[];
  /** Services of it that are missing in `services`, with the reason: none is lost in silence. */
  readonly notRead: readonly NotRead[];
  /** Tasks that stopped in about the last hour, of all services and of none. */
  readonly stoppedTasks: Fact<readonly Task[]>;
  /** With `--logs`: last log lines by the ARN of the stopped task, for some of them. */
  readonly logTails?: ReadonlyMap<string, LogTail>;
  readonly containerInstances: Fact<readonly ContainerInstance[]>;
  readonly capacityProviders: Fact<readonly CapacityProvider[]>;
  /** Deep: Auto Scaling groups behind its capacity providers by their ARNs; `undefined`: the group was deleted. */
  readonly autoScalingGroups: Fact<ReadonlyMap<string, LiveAutoScalingGroup | undefined>>;
  /** Deep: roles with which ECS launches Managed Instances for its capacity providers, by their ARNs; `undefined`: there is no such role. */
  readonly infrastructureRoles: Fact<ReadonlyMap<string, LiveRole | undefined>>;
  /** Scaling of services that no longer exist. */
  readonly orphanedTargets: Fact<readonly ScalableTarget[]>;
  /** Deep: rules of the default event bus that have the cluster, or a state machine that runs tasks in it, as a target. */
  readonly rules: Fact<readonly LiveRule[]>;
  /** Deep: groups with schedules that start tasks in the cluster. */
  readonly scheduleGroups: Fact<readonly LiveScheduleGroup[]>;
  /** Deep: reasons for which state machines of the region are not known, so that rules and schedules that start them may be missing. */
  readonly unreadMachines: readonly Unknown[];
}

/** A CloudFormation stack. */
export interface LiveStack {
  readonly stack: Stack;
  /** Of its last operation, the newest first, if that is under way or has failed. */
  readonly events: Fact<readonly StackEvent[]>;
}

/** The end of the log of a container that ended. */
export interface LogTail {
  readonly container: string;
  /** Id of the task. */
  readonly task: string;
  /** Log group and stream; `undefined` where the log is not in CloudWatch Logs of this region. */
  readonly group?: string;
  readonly stream?: string;
  /** The oldest first, without credentials and control characters. */
  readonly lines: Fact<readonly string[]>;
}

/** A rule of EventBridge that starts tasks, in the last day. */
export interface LiveRule {
  readonly name: string;
  /** Invocations of its targets that failed for good. */
  readonly failed: number;
  /** Events sent to the dead-letter queues of its targets. */
  readonly deadLetters: number;
}

/** A group of schedules of EventBridge Scheduler with its metrics of the last day, which Scheduler counts by group alone. */
export interface LiveScheduleGroup {
  readonly name: string;
  /** Names of its schedules that start tasks in the cluster. */
  readonly schedules: readonly string[];
  /** Number of its other schedules. */
  readonly others: number;
  /** Calls of targets that failed, whether they succeeded later or not. */
  readonly failed: number;
  /** Starts that were given up. */
  readonly dropped: number;
  /** Starts sent to dead-letter queues. */
  readonly deadLetters: number;
}

/** An Auto Scaling group that launches container instances. */
export interface LiveAutoScalingGroup {
  readonly group: AutoScalingGroup;
  /** The newest first, a few. */
  readonly activities: Fact<readonly GroupActivity[]>;
}

/** One service, with what belongs to it. */
export interface LiveService {
  readonly service: Service;
  /** The revision that the service is to run. Read from the cache, it has no status: the rest of a revision never changes. */
  readonly taskDefinition: Fact<TaskDefinition>;
  /** The newest first. */
  readonly deployments: Fact<readonly ServiceDeployment[]>;
  readonly revisions: Fact<readonly ServiceRevision[]>;
  readonly runningTasks: Fact<readonly Task[]>;
  /** The stack of a service that is not steady, and with few stacks at depth `deep` of any; `undefined`: none, or it is not read. */
  readonly stack: Fact<LiveStack | undefined>;
  /** Tasks with scale-in protection, where more tasks run than are wanted; none elsewhere. */
  readonly protectedTasks: Fact<readonly ProtectedTask[]>;
  /** Target groups of the service. A deleted one is left out: `service.loadBalancers` still names it. */
  readonly targetGroups: Fact<readonly LiveTargetGroup[]>;
  /** `undefined`: nothing scales it. */
  readonly scaling: Fact<LiveScaling | undefined>;
  /** Alarms that its deployments watch, composite ones too; one that is gone is left out. */
  readonly deploymentAlarms: Fact<readonly Alarm[]>;
  /** Log groups of this region by the name a container logs to with `awslogs`; `undefined`: there is none by that name. */
  readonly logGroups: Fact<ReadonlyMap<string, LogGroup | undefined>>;
  /** Namespaces by what the service names: that of Service Connect, or the ARN of a Cloud Map service in it; `undefined`: either is gone. */
  readonly namespaces: Fact<ReadonlyMap<string, Namespace | undefined>>;
  /** Deep: the network of the tasks. */
  readonly network: Fact<LiveNetwork | undefined>;
  /** Deep: images in ECR in this region by the reference that a container uses; `undefined`: there is none. */
  readonly images: Fact<ReadonlyMap<string, LiveImage | undefined>>;
  /** Deep: whether each secret and parameter of the task exists, by `valueFrom` without its JSON key. Values are never read. */
  readonly secrets: Fact<ReadonlyMap<string, SecretState>>;
  /** Deep: roles of the task and of the service by their ARNs; `undefined`: there is no such role. */
  readonly roles: Fact<ReadonlyMap<string, LiveRole | undefined>>;
  /** Deep: instances in the Cloud Map services of the service, by the ARN of the Cloud Map service. */
  readonly registrations: Fact<ReadonlyMap<string, readonly Registration[]>>;
  /** Deep: its configuration as a service of Express Mode; `undefined`: it is none. */
  readonly express: Fact<ExpressService | undefined>;
  /** Deep: keys of the account with which the secrets of the task are encrypted, by the ARN of the secret. */
  readonly secretKeys: Fact<ReadonlyMap<string, string>>;
  /** Deep: mount targets of each EFS file system by id; `undefined`: there is no such file system. */
  readonly mountTargets: Fact<ReadonlyMap<string, readonly MountTarget[] | undefined>>;
  /** Deep: highest CPU and memory utilization of the last 14 days, in percent. */
  readonly utilization: Fact<{ readonly cpu?: number; readonly memory?: number }>;
  /**
   * Deep: seconds that the oldest message of each queue waited, by the name of the queue: the most of each of the last 6 hours, the oldest first.
   * Read for the queues that the scaling follows where the service is at its maximum.
   */
  readonly queueAges: Fact<ReadonlyMap<string, readonly number[]>>;
}

/** State of a secret or parameter; `no name`: the reference can't be the name of either. */
export type SecretState = 'there' | 'gone' | 'to be deleted' | 'no name';

/** An instance of a Cloud Map service. */
export interface Registration {
  /** ECS uses the id of the task. */
  readonly id: string;
  /** IPv4 address to which the name leads. */
  readonly address?: string;
  /** Name of the ECS service that registered it; `undefined`: something else did. */
  readonly service?: string;
  /** Name of the cluster of that service. */
  readonly cluster?: string;
}

/** A role of IAM. */
export interface LiveRole {
  readonly arn: string;
  /** The policy that decides which principals may assume the role, in JSON. */
  readonly trustPolicy: string;
  /** Decisions of IAM for the actions that tasks need. */
  readonly decisions: Fact<readonly Decision[]>;
}

/** Result of a simulation of the policies of a role: one action on one resource. */
export interface Decision {
  readonly action: string;
  readonly resource: string;
  /** `allowed`, `implicitDeny` or `explicitDeny`. */
  readonly decision: string;
  /** Keys of conditions that only a real call has. */
  readonly missing: readonly string[];
  /** True if a policy of the organization does not allow it. */
  readonly byOrganization: boolean;
  /** True if the permissions boundary of the role does not allow it. */
  readonly byBoundary: boolean;
}

/** An image in ECR. */
export interface LiveImage extends Image {
  /** Platforms of the image, such as `linux/arm64`. */
  readonly platforms: Fact<readonly string[]>;
}

/** A target group that the service registers its tasks in. */
export interface LiveTargetGroup {
  readonly targetGroup: TargetGroup;
  readonly attributes: Fact<Readonly<Record<string, string>>>;
  readonly health: Fact<readonly TargetHealth[]>;
  readonly loadBalancers: Fact<readonly ElbLoadBalancer[]>;
  /** Listeners of those load balancers, each with its rules. */
  readonly listeners: Fact<readonly LiveListener[]>;
}

/** A listener of a load balancer. */
export interface LiveListener extends ElbListener {
  readonly Rules: readonly ElbRule[];
  /** Deep: certificates of ACM that it serves, with those that were added to it, by their ARNs; `undefined`: the certificate was deleted. */
  readonly certificates: Fact<ReadonlyMap<string, Certificate | undefined>>;
}

/** Scaling of a service. */
export interface LiveScaling {
  readonly target: ScalableTarget;
  readonly policies: Fact<readonly ScalingPolicy[]>;
  readonly schedules: Fact<readonly ScheduledAction[]>;
  /** The newest first, those without a change included. Read only where there is a sign of a fault. */
  readonly activities: Fact<readonly ScalingActivity[]>;
  /** Alarms of the policies. */
  readonly alarms: Fact<readonly Alarm[]>;
}

/** DNS settings of a VPC. */
export interface VpcDns {
  readonly support: boolean;
  readonly hostnames: boolean;
}

/** Network of the tasks of a service. */
export interface LiveNetwork {
  readonly subnets: readonly Subnet[];
  readonly routeTables: readonly RouteTable[];
  readonly endpoints: readonly VpcEndpoint[];
  /** Network ACLs of the subnets. */
  readonly acls: Fact<readonly NetworkAcl[]>;
  /** DNS settings of the VPCs by their ids. */
  readonly dns: Fact<ReadonlyMap<string, VpcDns>>;
  readonly securityGroups: readonly SecurityGroup[];
}

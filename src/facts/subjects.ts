import type { BalancerFacts } from './balancer';
import type { CapacityFacts } from './capacity';
import type { CapacityProviderFacts } from './capacity-provider';
import type { CertificateFacts } from './certificate';
import type { ClusterFacts } from './cluster';
import type { DaemonFacts } from './daemon';
import type { DnsRecordFacts } from './dns-record';
import type { EventRuleFacts } from './event-rule';
import type { ExpressServiceFacts } from './express-service';
import type { GatewayFacts } from './gateway';
import type { ListenerFacts, ListenerRuleFacts } from './listener';
import type { QueueFacts } from './queue';
import type { RegistryFacts } from './registry';
import type { RepositoryFacts } from './repository';
import type { ScalableTargetFacts } from './scaling';
import type { ServiceFacts } from './service';
import type { TargetGroupFacts } from './target-group';
import type { TaskFacts } from './task';
import type { TaskLaunchFacts } from './task-launch';
import type { VpcFacts } from './vpc';
import type { AlarmFacts } from './watched-metric';

/** Each kind of thing a gotcha can be about, and what is known of it. */
export interface Subjects {
  /** A task definition. */
  readonly task: TaskFacts;
  /** An ECS service, with its task definition, target groups, network and scaling. */
  readonly service: ServiceFacts;
  /** A service of Express Mode. */
  readonly expressService: ExpressServiceFacts;
  /** A gateway of ECS, which services share. */
  readonly gateway: GatewayFacts;
  /** A scalable target for the desired count of a service. */
  readonly scalableTarget: ScalableTargetFacts;
  /** A target group, with or without a service behind it. */
  readonly targetGroup: TargetGroupFacts;
  /** An Application, Network or Gateway Load Balancer. */
  readonly balancer: BalancerFacts;
  /** A listener of a load balancer. */
  readonly listener: ListenerFacts;
  /** A certificate of AWS Certificate Manager. */
  readonly certificate: CertificateFacts;
  /** A record of Route 53. */
  readonly dnsRecord: DnsRecordFacts;
  /** A rule of a listener. */
  readonly listenerRule: ListenerRuleFacts;
  /** A network with what is in it. */
  readonly vpc: VpcFacts;
  /** A Cloud Map service. */
  readonly registry: RegistryFacts;
  /** An Auto Scaling group whose instances join a cluster. */
  readonly capacity: CapacityFacts;
  /** A capacity provider for the instances of an Auto Scaling group. */
  readonly capacityProvider: CapacityProviderFacts;
  /** A daemon on Managed Instances. */
  readonly daemon: DaemonFacts;
  readonly cluster: ClusterFacts;
  /** A repository of ECR. */
  readonly repository: RepositoryFacts;
  /** A queue of SQS. */
  readonly queue: QueueFacts;
  /** Something that runs a task by itself: a schedule, an event rule, a state machine. */
  readonly taskLaunch: TaskLaunchFacts;
  /** An alarm of CloudWatch on a metric of ECS, of a load balancer or of a queue. */
  readonly alarm: AlarmFacts;
  /** A rule of EventBridge for events of ECS, or for events that run tasks. */
  readonly eventRule: EventRuleFacts;
}

export type SubjectKind = keyof Subjects;

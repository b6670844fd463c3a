import type { CapacityFacts } from './capacity';
import type { RegistryFacts } from './registry';
import type { ScalableTargetFacts } from './scaling';
import type { ServiceFacts } from './service';
import type { TargetGroupFacts } from './target-group';
import type { TaskFacts } from './task';
import type { TaskLaunchFacts } from './task-launch';

/** Each kind of thing a gotcha can be about, and what is known of it. */
export interface Subjects {
  /** A task definition. */
  readonly task: TaskFacts;
  /** An ECS service, with its task definition, target groups, network and scaling. */
  readonly service: ServiceFacts;
  /** A scalable target for the desired count of a service. */
  readonly scalableTarget: ScalableTargetFacts;
  /** A target group, with or without a service behind it. */
  readonly targetGroup: TargetGroupFacts;
  /** A Cloud Map service. */
  readonly registry: RegistryFacts;
  /** An Auto Scaling group whose instances join a cluster. */
  readonly capacity: CapacityFacts;
  /** Something that runs a task by itself: a schedule, an event rule. */
  readonly taskLaunch: TaskLaunchFacts;
}

export type SubjectKind = keyof Subjects;

import { NOT_SAID, Unknown, type Fact } from './fact';
import { taskFacts, type Compatibility, type TaskFacts } from './task';

/** Something that runs a task by itself: a target of an event rule or a schedule, a state of a state machine. */
export interface TaskLaunchFacts {
  readonly launchType: Fact<Compatibility | undefined>;
  readonly capacityProviders: Fact<readonly Fact<string>[]>;
  /** The cluster brings a strategy of its own. */
  readonly clusterHasDefaultStrategy: Fact<boolean>;
  /** Instances of the app join the cluster. */
  readonly clusterHasInstances: Fact<boolean>;
  readonly task: TaskFacts;
}

/** Fills the facts that are missing with *unknown*. */
export function taskLaunchFacts(given: Partial<TaskLaunchFacts> = {}, otherwise = NOT_SAID): TaskLaunchFacts {
  const unknown = new Unknown(otherwise);
  return {
    launchType: unknown,
    capacityProviders: unknown,
    clusterHasDefaultStrategy: unknown,
    clusterHasInstances: unknown,
    task: taskFacts({}, otherwise),
    ...given,
  };
}

import type { Fact } from './fact';
import type { RoleFacts } from './role';

/** A deployment group of CodeDeploy that deploys a service. */
export interface DeploymentGroupFacts {
  /** Logical id, for messages. */
  readonly name: string;
  /** CodeDeploy defaults to `Server`. */
  readonly platform: Fact<string>;
  readonly deploymentType: Fact<string | undefined>;
  readonly deploymentOption: Fact<string | undefined>;
  /** Ids of its pair of target groups, or names of those outside of the app. */
  readonly targetGroups: Fact<readonly Fact<string>[]>;
  /** Ids of target groups that its listeners for production traffic forward to. */
  readonly inProduction: Fact<readonly string[]>;
  /** Number of its listeners for production traffic. */
  readonly productionListeners: Fact<number>;
  /** Ids of its listeners for production traffic, and of those for test traffic. */
  readonly productionRoutes: Fact<readonly Fact<string>[]>;
  readonly testRoutes: Fact<readonly Fact<string>[]>;
  /** Name of its deployment configuration, `CodeDeployDefault.ECSAllAtOnce` by default. */
  readonly deploymentConfig: Fact<string>;
  /** Compute platform of a deployment configuration of the app; `undefined`: it is not one. */
  readonly configPlatform: Fact<string | undefined>;
  /** `TERMINATE` or `KEEP_ALIVE`, of the old tasks. */
  readonly terminationAction: Fact<string | undefined>;
  /** Action after the wait for a user, and that wait. */
  readonly readyAction: Fact<string | undefined>;
  readonly readyWaitMinutes: Fact<number | undefined>;
  /** Wait before the old tasks are stopped. */
  readonly terminationWaitMinutes: Fact<number | undefined>;
  /** True if it rolls back when an alarm goes off, and the number of alarms that it watches. */
  readonly rollsBackOnAlarm: Fact<boolean>;
  readonly alarms: Fact<number>;
  readonly role: Fact<RoleFacts | undefined>;
}

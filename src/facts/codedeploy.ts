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
  /** Name of its deployment configuration, `CodeDeployDefault.ECSAllAtOnce` by default. */
  readonly deploymentConfig: Fact<string>;
  readonly role: Fact<RoleFacts | undefined>;
}

import { NOT_SAID, Unknown, type Fact } from './fact';
import type { SecurityGroupFacts } from './security-group';

/** Mount target of a file system in one availability zone. */
export interface MountTargetFacts {
  /** Identifies its VPC; not for messages. */
  readonly vpc: Fact<string>;
  /** Identifies the zone, even if its name is known only at deployment; not for messages. */
  readonly zone: Fact<string>;
  readonly securityGroups: Fact<readonly SecurityGroupFacts[]>;
}

/** Condition of a statement, as far as it decides on a mount. */
export type AccessCondition = 'none' | 'via-mount-target' | 'unencrypted' | 'other';

/** Statement of the policy of a file system. */
export interface FileAccessFacts {
  readonly effect: Fact<'Allow' | 'Deny'>;
  readonly actions: Fact<readonly Fact<string>[]>;
  /** True for every principal, also an anonymous one. */
  readonly everyone: Fact<boolean>;
  readonly condition: AccessCondition;
}

/** An EFS access point of the app. */
export interface AccessPointFacts {
  /** Identifies its file system; not for messages. */
  readonly fileSystemId: Fact<string>;
  /** `undefined`: the root directory of the file system. */
  readonly path: Fact<string | undefined>;
  /** EFS creates the directory when it is not there. */
  readonly createsDirectory: Fact<boolean>;
  /** Permissions of the directory that it creates, as in `750`. */
  readonly permissions: Fact<string | undefined>;
}

/** An EFS file system. */
export interface FileSystemFacts {
  /** Identifies the file system; not for messages. */
  readonly id: Fact<string>;
  /** The app makes it: it is new, and empty. */
  readonly ofApp: Fact<boolean>;
  /** Its mount targets, all of which the app makes together with it. */
  readonly mountTargets: Fact<readonly MountTargetFacts[]>;
  /** Number of task definitions and instances of the app that mount its root directory, in which they may create others. */
  readonly rootMounts: Fact<number>;
  /** `undefined`: it has no policy, so every client that can connect may mount it. */
  readonly policy: Fact<readonly FileAccessFacts[] | undefined>;
}

/** Fills the facts that are missing with *unknown*. */
export function fileSystemFacts(given: Partial<FileSystemFacts> = {}, otherwise = NOT_SAID): FileSystemFacts {
  const unknown = new Unknown(otherwise);
  return { id: unknown, ofApp: unknown, mountTargets: unknown, rootMounts: unknown, policy: unknown, ...given };
}

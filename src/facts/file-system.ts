import { NOT_SAID, Unknown, type Fact } from './fact';
import type { SecurityGroupFacts } from './security-group';

/** Mount target of a file system in one availability zone. */
export interface MountTargetFacts {
  /** Identifies the zone, even if its name is known only at deployment; not for messages. */
  readonly zone: Fact<string>;
  readonly securityGroups: Fact<readonly SecurityGroupFacts[]>;
}

/** An EFS file system. */
export interface FileSystemFacts {
  /** The app makes it: it is new, and empty. */
  readonly ofApp: Fact<boolean>;
  /** Its mount targets, all of which the app makes together with it. */
  readonly mountTargets: Fact<readonly MountTargetFacts[]>;
}

/** Fills the facts that are missing with *unknown*. */
export function fileSystemFacts(given: Partial<FileSystemFacts> = {}, otherwise = NOT_SAID): FileSystemFacts {
  const unknown = new Unknown(otherwise);
  return { ofApp: unknown, mountTargets: unknown, ...given };
}

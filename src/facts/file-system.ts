import { NOT_SAID, Unknown, type Fact } from './fact';
import type { SecurityGroupFacts } from './security-group';

/** Where a file system can be reached in one availability zone. */
export interface MountTargetFacts {
  /** The same for the same zone, also where only the deployment knows its name; not for messages. */
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

/** The facts given, and *unknown* for the rest. */
export function fileSystemFacts(given: Partial<FileSystemFacts> = {}, otherwise = NOT_SAID): FileSystemFacts {
  const unknown = new Unknown(otherwise);
  return { ofApp: unknown, mountTargets: unknown, ...given };
}

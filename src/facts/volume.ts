import type { Fact } from './fact';

export type VolumeKind = 'bind' | 'docker' | 'efs' | 'ebs' | 's3files' | 'fsx';

/** A volume of a task definition. */
export interface VolumeFacts {
  readonly name: Fact<string | undefined>;
  readonly kind: Fact<VolumeKind>;
  /** A directory of the host; without one, a bind mount is an empty directory that lives as long as the task. */
  readonly hostSourcePath: Fact<string | undefined>;
}

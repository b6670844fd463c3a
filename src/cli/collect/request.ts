import type { Depth } from './account';
import type { Task } from './shapes';

/** Scope of a reading: region, clusters, services, depth. */
export interface CollectRequest {
  /** @default - the region of the profile or the environment */
  readonly region?: string;
  /** @default - the profile of the environment */
  readonly profile?: string;
  /** Names or ARNs of clusters. */
  readonly clusters: readonly string[] | 'all';
  /** Names or ARNs of services. Each has to be in one of the clusters. @default - every service */
  readonly services?: readonly string[];
  readonly depth: Depth;
  /** Calls of one family that are under way at one time. @default 12 */
  readonly concurrency?: number;
  /** Containers whose last log lines are read, among those of stopped tasks. @default - no log is read */
  readonly logsOf?: (stoppedTasks: readonly Task[]) => readonly EndedContainer[];
  /** Folder of task definitions that are kept between runs: see `defaultCacheFolder`. @default - nothing is kept */
  readonly cacheFolder?: string;
  /** Called with the progress of the reading. @default - no progress */
  readonly onProgress?: (text: string) => void;
  /** Ends the reading with the signal's reason. @default - it reads to the end */
  readonly signal?: AbortSignal;
  /** Milliseconds after which what is not read yet is unknown. @default - it reads to the end */
  readonly timeoutMs?: number;
}

/** A container of a stopped task. */
export interface EndedContainer {
  readonly task: Task;
  /** Its name in the task definition. */
  readonly name: string;
}

/** A service whose current state is read. */
export interface ServiceName {
  /** Name or ARN. */
  readonly cluster: string;
  /** Name or ARN. */
  readonly service: string;
}

/** Services of one cluster that are read repeatedly. */
export interface WatchRequest {
  readonly region?: string;
  readonly profile?: string;
  /** Name or ARN. */
  readonly cluster: string;
  /** Names or ARNs. */
  readonly services: readonly string[];
  readonly signal?: AbortSignal;
  /** Milliseconds after which every call that is not answered fails. @default - the watch has no limit */
  readonly timeoutMs?: number;
  /** Folder of task definitions that are kept between runs, for a diagnosis. @default - nothing is kept */
  readonly cacheFolder?: string;
}

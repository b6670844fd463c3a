import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import type { TaskPermission } from '../../tasks/grant-before-start';
import type { IEcsTask } from '../../workload/ecs-task';

/** The way of logs from the router to a destination. */
export interface LogRoute {
  /** Options of the output plugin of Fluent Bit. */
  readonly options: { readonly [option: string]: string };
  readonly secretOptions?: { [option: string]: ecs.Secret };
  readonly permissions: readonly TaskPermission[];
  /** The directory that the plugin writes to. */
  readonly directory?: string;
}

/** A kind of destination. */
export interface LogTarget {
  /** Options of the plugin that the app adds to those of the destination. */
  readonly pluginOptions?: { readonly [option: string]: string };
  /** Names of the options that the destination may set. */
  readonly optionNames: readonly string[];
  /** Throws for options that can't be right. Runs before anything is created. */
  check?(at: string): void;
  route(part: Construct, task: IEcsTask): LogRoute;
}

/** The path of a service or task, for names of streams and objects: `Shop/Web`. */
export function pathOfTask(task: IEcsTask): string {
  return task.node.path.replace(/[:*]/g, '-'); // Not allowed in the name of a stream.
}

import type { ContainerOptions, Sidecar } from './container-options';
import type { LoggingOptions } from './logging-options';

/**
 * The containers of a task: what the main one runs, and the ones beside it.
 */
export interface ContainersProps extends ContainerOptions {
  /**
   * The name of the main container.
   *
   * @default 'app'
   */
  readonly containerName?: string;

  /**
   * The ports that the main container listens on, besides the one that traffic is routed to.
   *
   * @default - none
   */
  readonly containerPorts?: number[];

  /**
   * The containers beside the main one.
   *
   * @default - the main container runs alone
   */
  readonly sidecars?: Sidecar[];

  /**
   * Destination of the containers' logs.
   *
   * @default - a log group of its own that keeps a month
   */
  readonly logging?: LoggingOptions;
}

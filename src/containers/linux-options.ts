import type * as ecs from 'aws-cdk-lib/aws-ecs';

/**
 * Linux capabilities of a container, beside the defaults of Docker.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html
 */
export interface KernelCapabilities {
  /**
   * Capabilities to add. Fargate adds `SYS_PTRACE` only.
   *
   * @default - only the defaults of Docker
   */
  readonly add?: ecs.Capability[];

  /**
   * Capabilities to remove, such as `Capability.ALL`.
   *
   * @default - none of the defaults of Docker is removed
   */
  readonly drop?: ecs.Capability[];
}

/**
 * A file system in memory.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tmpfs.html
 */
export interface TmpfsMount {
  /**
   * The absolute path in the container.
   */
  readonly containerPath: string;

  /**
   * The most that it holds, in MiB. What it holds counts as memory of the container.
   */
  readonly sizeMiB: number;

  /**
   * Options of the mount.
   *
   * @default - those of Docker: `rw`, `noexec`, `nosuid`, `nodev`
   */
  readonly mountOptions?: ecs.TmpfsMountOption[];
}

/**
 * Settings of the Linux kernel for a container.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html
 */
export interface LinuxOptions {
  /**
   * Linux capabilities to add and to remove.
   *
   * @default - the defaults of Docker
   */
  readonly capabilities?: KernelCapabilities;

  /**
   * File systems in memory.
   *
   * @default - none but those of `writablePaths`
   */
  readonly tmpfs?: TmpfsMount[];

  /**
   * The size of `/dev/shm`, in MiB. EC2 only.
   *
   * @default 64
   */
  readonly sharedMemoryMiB?: number;

  /**
   * The swap memory that the container can use, in MiB. EC2 only, on instances that have swap space.
   *
   * @default - no swap
   */
  readonly maxSwapMiB?: number;

  /**
   * The tendency of the kernel to swap, 0 to 100. EC2 only, and with `maxSwapMiB` only.
   *
   * @default 60
   */
  readonly swappiness?: number;

  /**
   * Devices of the instance that the container sees. EC2 only.
   *
   * @default - none
   */
  readonly devices?: ecs.Device[];
}

import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Accelerators } from './accelerators';
import type { ContainerPort } from './container-port';
import type { LinuxOptions } from './linux-options';
import type { RestartPolicyOptions } from './restart-policy';

/**
 * Options of the runtime of a container: limits, kernel, network, restarts.
 */
export interface RuntimeOptions {
  /**
   * Paths that the container can write to although its root file system is read-only, such as `/tmp`. Each is a tmpfs: empty when the
   * container starts, in memory, and writable for every user. Linux only. A `ScratchVolume` is on disk.
   *
   * @default - none
   */
  readonly writablePaths?: string[];

  /**
   * The most that each of the `writablePaths` holds, in MiB. What they hold counts as memory of the container.
   *
   * @default 64
   */
  readonly writablePathSizeMiB?: number;

  /**
   * Restarts of the container inside its task.
   *
   * @default - the container is not restarted; the task ends with it if it is essential
   */
  readonly restartPolicy?: RestartPolicyOptions;

  /**
   * Limits of the operating system. Fargate accepts `nofile` only.
   *
   * @default - on Fargate 65535 open files; on EC2 the limits of the instance
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html
   */
  readonly ulimits?: ecs.Ulimit[];

  /**
   * Capabilities, tmpfs, shared memory, swap and devices. Linux only.
   *
   * @default - the defaults of Docker
   */
  readonly linux?: LinuxOptions;

  /**
   * Kernel parameters by name: `{ 'net.core.somaxconn': '4096' }`. Containers of a task with a network of its own share `net.*`.
   *
   * @default - those of the host
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html
   */
  readonly systemControls?: { [parameter: string]: string };

  /**
   * Files in S3 with environment variables, at most 10, whose names end in `.env`. `environment` wins over them.
   *
   * The execution role can read these objects. If the bucket has a customer key, grant it too: `key.grantDecrypt(taskRoles.executionRole)`.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html
   */
  readonly environmentFiles?: ecs.EnvironmentFile[];

  /**
   * Labels of the container, which agents on the instance and in sidecars read.
   *
   * @default - those of the image
   */
  readonly dockerLabels?: { [name: string]: string };

  /**
   * Ports beside those of `containerPorts`: UDP, names, ranges. A TCP port that `containerPorts` has too gets the name.
   *
   * @default - none
   */
  readonly ports?: ContainerPort[];

  /**
   * GPUs of the instance. EC2 only.
   *
   * @default - none
   */
  readonly accelerators?: Accelerators;

  /**
   * The way in which ECS resolves an image tag: once for a deployment, so that all its tasks run one image, or for each task.
   *
   * @default - ECS resolves the tag once
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html#deployment-container-image-stability
   */
  readonly versionConsistency?: ecs.VersionConsistency;

  /**
   * The host name of the container. Not with the network mode AWS_VPC.
   *
   * @default - the id of the container
   */
  readonly hostname?: string;

  /**
   * Host names and their addresses that are added to `/etc/hosts`. Not with the network mode AWS_VPC.
   *
   * @default - none
   */
  readonly extraHosts?: { [hostname: string]: string };

  /**
   * Addresses of DNS servers. EC2 only.
   *
   * @default - those of the VPC
   */
  readonly dnsServers?: string[];

  /**
   * Domains in which names without a dot are looked up. EC2 only.
   *
   * @default - none
   */
  readonly dnsSearchDomains?: string[];

  /**
   * True if the container has no network. EC2 only.
   *
   * @default false
   */
  readonly disableNetworking?: boolean;

  /**
   * Labels of SELinux and AppArmor, or a credential specification. EC2 only.
   *
   * @default - none
   */
  readonly dockerSecurityOptions?: string[];

  /**
   * A credential specification for a group Managed Service Account of Active Directory.
   *
   * @default - none
   */
  readonly credentialSpec?: ecs.CredentialSpec;

  /**
   * True if the container has the rights of root on the instance. EC2 only.
   *
   * @default false
   */
  readonly privileged?: boolean;

  /**
   * True if standard input stays open.
   *
   * @default false
   */
  readonly interactive?: boolean;

  /**
   * True if the container has a terminal.
   *
   * @default false
   */
  readonly pseudoTerminal?: boolean;
}

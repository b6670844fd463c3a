import { unknownSettings, type ContainerSettingsFacts } from './container-settings';
import { NOT_SAID, Unknown, type Fact } from './fact';
import { unknownImage, type ImageFacts } from './image';
import type { LoggingFacts } from './logging';
import type { SecretKeyFacts } from './secret-key';

export type { SecretKeyFacts };

export interface PortFacts {
  readonly containerPort: Fact<number | undefined>;
  readonly hostPort: Fact<number | undefined>;
  /** ECS defaults to `tcp`. */
  readonly protocol: Fact<string>;
  readonly name: Fact<string | undefined>;
  readonly appProtocol: Fact<string | undefined>;
  /** `first-last`, instead of one port. */
  readonly containerPortRange: Fact<string | undefined>;
}

/** The health check in the container definition; one in the image doesn't count for ECS. */
export interface HealthCheckFacts {
  readonly command: Fact<readonly Fact<string>[]>;
  readonly intervalSeconds: Fact<number | undefined>;
  readonly timeoutSeconds: Fact<number | undefined>;
  readonly retries: Fact<number | undefined>;
  readonly startPeriodSeconds: Fact<number | undefined>;
}

export type DependencyCondition = 'START' | 'COMPLETE' | 'SUCCESS' | 'HEALTHY';

export interface DependencyFacts {
  readonly containerName: Fact<string>;
  readonly condition: Fact<DependencyCondition>;
}

export interface EnvironmentFacts {
  readonly name: Fact<string>;
  /** Never part of a message: it may be a credential. */
  readonly value: Fact<string | undefined>;
  /** True if the value refers to an SSM parameter of the app, which is the name of the parameter; left out: it does not. */
  readonly isNameOfParameter?: Fact<boolean>;
}

export interface SecretFacts {
  readonly name: Fact<string>;
  readonly valueFrom: Fact<string>;
  /** `valueFrom`, with a `HOLE` for what only the deployment knows, and the ARN that a reference to a secret stands for. */
  readonly reference: Fact<string>;
  /** Keys of the secret in the app, or the text that names it, with a `HOLE` for what only the deployment knows; not for messages. */
  readonly ids: Fact<readonly string[]>;
  /** True if `valueFrom` is the name of a secret of the app, which ECS reads as the name of a parameter. */
  readonly isNameOfSecret: Fact<boolean>;
  /** Keys of the JSON that the app fills a secret with; `undefined`: it is one text, and no JSON. */
  readonly jsonKeys: Fact<readonly string[] | undefined>;
  /** Text that the app fills an SSM parameter with, with a `HOLE` for what only the deployment knows; not for messages. */
  readonly parameterText: Fact<string>;
  /** Secrets Manager rotates it on a schedule. */
  readonly rotates: Fact<boolean>;
  /** `undefined`: it has the key of AWS, which every reader of the secret may use. */
  readonly encryptionKey: Fact<SecretKeyFacts | undefined>;
}

export interface MountFacts {
  readonly volume: Fact<string | undefined>;
  readonly path: Fact<string | undefined>;
  readonly readOnly: Fact<boolean>;
}

/** One container definition of a task. */
export interface ContainerFacts extends ContainerSettingsFacts {
  readonly name: Fact<string>;
  readonly image: ImageFacts;
  /** ECS defaults to `true`. */
  readonly essential: Fact<boolean>;
  readonly cpuUnits: Fact<number | undefined>;
  /** The hard limit. */
  readonly memoryMiB: Fact<number | undefined>;
  readonly memoryReservationMiB: Fact<number | undefined>;
  readonly ports: Fact<readonly PortFacts[]>;
  readonly healthCheck: Fact<HealthCheckFacts | undefined>;
  readonly dependsOn: Fact<readonly DependencyFacts[]>;
  readonly environment: Fact<readonly EnvironmentFacts[]>;
  readonly secrets: Fact<readonly SecretFacts[]>;
  /** Secrets of its registry and of its log driver, which it does not see. */
  readonly startSecrets: Fact<readonly SecretFacts[]>;
  /** Credentials for a private registry that isn't ECR. */
  readonly hasRepositoryCredentials: Fact<boolean>;
  readonly logging: Fact<LoggingFacts | undefined>;
  readonly startTimeoutSeconds: Fact<number | undefined>;
  readonly stopTimeoutSeconds: Fact<number | undefined>;
  readonly mounts: Fact<readonly MountFacts[]>;
  readonly privileged: Fact<boolean>;
  readonly readonlyRootFilesystem: Fact<boolean>;
  readonly user: Fact<string | undefined>;
  /** True for the FireLens log router of the task. */
  readonly isLogRouter: Fact<boolean>;
}

/** Fills the facts that are missing with *unknown*. */
export function containerFacts(given: Partial<ContainerFacts> = {}, otherwise = NOT_SAID): ContainerFacts {
  const unknown = new Unknown(otherwise);
  return {
    name: unknown,
    image: unknownImage(unknown),
    essential: unknown,
    cpuUnits: unknown,
    memoryMiB: unknown,
    memoryReservationMiB: unknown,
    ports: unknown,
    healthCheck: unknown,
    dependsOn: unknown,
    environment: unknown,
    secrets: unknown,
    startSecrets: unknown,
    hasRepositoryCredentials: unknown,
    logging: unknown,
    startTimeoutSeconds: unknown,
    stopTimeoutSeconds: unknown,
    mounts: unknown,
    privileged: unknown,
    readonlyRootFilesystem: unknown,
    user: unknown,
    isLogRouter: unknown,
    ...unknownSettings(unknown),
    ...given,
  };
}

/** Fills the facts that are missing with *unknown*. */
export function portFacts(given: Partial<PortFacts> = {}, otherwise = NOT_SAID): PortFacts {
  const unknown = new Unknown(otherwise);
  return {
    containerPort: unknown, hostPort: unknown, protocol: unknown, name: unknown, appProtocol: unknown, containerPortRange: unknown, ...given,
  };
}

/** Fills the facts that are missing with *unknown*. */
export function healthCheckFacts(given: Partial<HealthCheckFacts> = {}, otherwise = NOT_SAID): HealthCheckFacts {
  const unknown = new Unknown(otherwise);
  return { command: unknown, intervalSeconds: unknown, timeoutSeconds: unknown, retries: unknown, startPeriodSeconds: unknown, ...given };
}

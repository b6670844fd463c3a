import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as fc from 'fast-check';
import { ecsName, options } from './scalars';
import { ec2Task, fargateTask, type FargateCase, type TaskCase } from './task-cases';

/** A rolling deployment in plain data; alarms by name. */
export interface DeploymentCase {
  readonly minHealthyPercent?: number;
  readonly maxHealthyPercent?: number;
  readonly circuitBreaker?: boolean;
  readonly rollback?: boolean;
  readonly alarms?: readonly string[];
}

/** A service in plain data, wherever it runs. */
export interface ServiceCase extends TaskCase {
  readonly serviceName?: string;
  readonly desiredCount?: number;
  readonly deployment?: DeploymentCase;
  readonly enableExecuteCommand?: boolean;
}

export interface Ec2Case {
  readonly networkMode?: ecs.NetworkMode;
  readonly distinctInstances?: boolean;
}

export type FargateServiceCase = ServiceCase & FargateCase;
export type Ec2ServiceCase = ServiceCase & Ec2Case;

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
export const deployment: fc.Arbitrary<DeploymentCase> = options<DeploymentCase>({
  minHealthyPercent: fc.integer({ min: 0, max: 100 }),
  maxHealthyPercent: fc.integer({ min: 100, max: 400 }),
  circuitBreaker: fc.boolean(),
  rollback: fc.boolean(),
  alarms: fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}$/), { maxLength: 2 }),
});

interface ServiceOptions {
  serviceName: string;
  desiredCount: number;
  deployment: DeploymentCase;
  enableExecuteCommand: boolean;
}

export const serviceOptions: fc.Arbitrary<Partial<ServiceOptions>> = options<ServiceOptions>({
  serviceName: ecsName,
  desiredCount: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5000 })),
  deployment,
  enableExecuteCommand: fc.boolean(),
}).filter(({ desiredCount = 2, deployment: percentages }) => hasRoom(desiredCount, percentages));

/** ECS may start a task more than desired, or stop one. */
export function hasRoom(tasks: number, { minHealthyPercent = 100, maxHealthyPercent = 200 }: DeploymentCase = {}): boolean {
  return tasks === 0
    ? minHealthyPercent < 100 || maxHealthyPercent > 100
    : Math.floor(tasks * maxHealthyPercent / 100) > tasks || Math.ceil(tasks * minHealthyPercent / 100) < tasks;
}

export const fargateService: fc.Arbitrary<FargateServiceCase> = fc.tuple(fargateTask, serviceOptions).map(withExecWhereItWorks);

export const ec2Service: fc.Arbitrary<Ec2ServiceCase> = fc.tuple(ec2Task, serviceOptions, options<Ec2Case>({
  networkMode: fc.constantFrom(ecs.NetworkMode.AWS_VPC, ecs.NetworkMode.BRIDGE, ecs.NetworkMode.HOST),
  distinctInstances: fc.boolean(),
})).map(([task, service, ec2]) => withGroupsWhereTheyApply({ ...withExecWhereItWorks([task, service]), ...ec2 }));

/** Only in awsvpc mode tasks have security groups of their own. */
export function withGroupsWhereTheyApply<T extends TaskCase & Pick<Ec2Case, 'networkMode'>>(one: T): T {
  const isInVpc = one.networkMode === undefined || one.networkMode === ecs.NetworkMode.AWS_VPC;
  return isInVpc ? one : { ...one, securityGroups: undefined };
}

/** The agent of ECS Exec writes to the root file system. */
function withExecWhereItWorks<T extends TaskCase>([task, { enableExecuteCommand, ...service }]: [T, Partial<ServiceOptions>]): T & ServiceCase {
  const readOnly = task.containers.some(({ readonlyRootFilesystem }) => readonlyRootFilesystem);
  return { ...task, ...service, enableExecuteCommand: readOnly ? undefined : enableExecuteCommand };
}

import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Size } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { ContainerCase, ImageCase, SecretCase } from './container-cases';
import type { FargateCase, LoggingCase, TaskCase } from './task-cases';
import type { World } from './world';
import { FargateSize, TaskRoleBundle, type ContainerOptions, type FargateOptions, type LoggingOptions, type Sidecar, type TaskProps } from '../../../src';

/** The props of a task, as a user would write them. Constructs that they need are made in `given`. */
export function taskProps(given: Construct, { containers: [main, ...sidecars], ...task }: TaskCase, cluster: ecs.ICluster): TaskProps {
  return {
    cluster,
    ...container(new Construct(given, 'Main'), main),
    sidecars: sidecars.map((sidecar, index) => container(new Construct(given, `Sidecar${index}`), sidecar)),
    family: task.family,
    securityGroups: task.securityGroups?.map((id, index) => ec2.SecurityGroup.fromSecurityGroupId(given, `SecurityGroup${index}`, id)),
    logging: task.logging && logging(given, task.logging),
    taskRoles: task.roles && roles(given, task.roles),
  };
}

/** Options for Fargate. */
export function fargateOptions(one: FargateCase, world: World): FargateOptions & Pick<TaskProps, 'vpcSubnets'> {
  const [os, architecture] = one.platform?.split('/') ?? [];
  return {
    size: one.size && FargateSize.of(one.size.cpu, one.size.memoryMiB),
    runtimePlatform: one.platform === undefined ? undefined : {
      operatingSystemFamily: ecs.OperatingSystemFamily.of(os),
      cpuArchitecture: ecs.CpuArchitecture.of(architecture),
    },
    platformVersion: one.platformVersion,
    ephemeralStorageGiB: one.ephemeralStorageGiB,
    assignPublicIp: one.assignPublicIp,
    vpcSubnets: one.assignPublicIp ? { subnets: world.vpc.publicSubnets } : undefined,
  };
}

function container(given: Construct, { image, secrets, ...options }: ContainerCase): Sidecar & ContainerOptions {
  return {
    ...options,
    image: imageOf(given, image),
    secrets: secrets && Object.fromEntries(Object.entries(secrets).map(([name, secret]) => [name, secretOf(given, name, secret)])),
  };
}

function imageOf(given: Construct, { kind, tag }: ImageCase): ecs.ContainerImage {
  switch (kind) {
    case 'registry': return ecs.ContainerImage.fromRegistry(`public.ecr.aws/nginx/nginx:${tag}`);
    case 'address': return ecs.ContainerImage.fromRegistry(`111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/shop:${tag}`);
    case 'repository': return ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(given, 'Repository', 'shop'), tag);
  }
}

function secretOf(given: Construct, name: string, { kind, key }: SecretCase): ecs.Secret {
  const arn = `arn:aws:secretsmanager:eu-west-1:111122223333:secret:${key}-AbCdEf`;
  switch (kind) {
    case 'secret': return ecs.Secret.fromSecretsManager(secretsmanager.Secret.fromSecretCompleteArn(given, name, arn));
    case 'field': return ecs.Secret.fromSecretsManager(secretsmanager.Secret.fromSecretCompleteArn(given, name, arn), key);
    case 'parameter': return ecs.Secret.fromSsmParameter(ssm.StringParameter.fromSecureStringParameterAttributes(given, name, { parameterName: `/${key}` }));
  }
}

function logging(given: Construct, { kind, maxBufferBytes, ...options }: LoggingCase): LoggingOptions {
  const maxBufferSize = maxBufferBytes === undefined ? undefined : Size.bytes(maxBufferBytes);
  return kind === 'own'
    ? { ...options, maxBufferSize }
    : { mode: options.mode, maxBufferSize, logGroup: logs.LogGroup.fromLogGroupName(given, 'LogGroup', options.logGroupName ?? '/shared') };
}

function roles(given: Construct, kind: 'bundle' | 'imported'): TaskRoleBundle {
  if (kind === 'bundle') return new TaskRoleBundle(given, 'Roles');
  const role = (id: string) => iam.Role.fromRoleArn(given, id, `arn:aws:iam::111122223333:role/${id}`);
  return new TaskRoleBundle(given, 'Roles', { taskRole: role('Task'), executionRole: role('Execution') });
}

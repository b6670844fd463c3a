import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Deployment, EfsMount, FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, logging, secret }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'DatabaseTask', { cpu: 1024, memoryLimitMiB: 2048 });
  const database = taskDefinition.addContainer('app', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/postgres:17'),
    secrets: { POSTGRES_PASSWORD: ecs.Secret.fromSecretsManager(secret) },
    logging,
  });
  taskDefinition.addVolume({ name: 'data' });
  database.addMountPoints({ sourceVolume: 'data', containerPath: '/var/lib/postgresql/data', readOnly: false });

  new ecs.FargateService(stack, 'Database', {
    cluster,
    taskDefinition,
    minHealthyPercent: 0,
    maxHealthyPercent: 100,
  });
};

export const plain: Fix = ({ stack, cluster, logging, fileSystem, secret }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'DatabaseTask', { cpu: 1024, memoryLimitMiB: 2048 });
  const database = taskDefinition.addContainer('app', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/postgres:17'),
    secrets: { POSTGRES_PASSWORD: ecs.Secret.fromSecretsManager(secret) },
    logging,
  });
  taskDefinition.addVolume({
    name: 'data',
    efsVolumeConfiguration: { fileSystemId: fileSystem.fileSystemId, transitEncryption: 'ENABLED' },
  });
  database.addMountPoints({ sourceVolume: 'data', containerPath: '/var/lib/postgresql/data', readOnly: false });

  const service = new ecs.FargateService(stack, 'Database', {
    cluster,
    taskDefinition,
    minHealthyPercent: 0,
    maxHealthyPercent: 100,
  });
  fileSystem.connections.allowDefaultPortFrom(service);
};

export const guarded: Fix = ({ stack, cluster, fileSystem, secret }) => {
  const database = new FargateWorkerService(stack, 'Database', {
    cluster,
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/postgres:17'),
    secrets: { POSTGRES_PASSWORD: ecs.Secret.fromSecretsManager(secret) },
    desiredCount: 1,
    deployment: Deployment.rolling({ minHealthyPercent: 0, maxHealthyPercent: 100 }),
  });
  new EfsMount(stack, 'Data', {
    task: database,
    fileSystem,
    containerPath: '/var/lib/postgresql/data',
    posixUser: { uid: 999, gid: 999 },
  });
};

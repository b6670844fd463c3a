import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import { EfsMount, FargateWorkerService, OneOffTask, ScratchVolume } from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

export interface UploadsStackProps extends StackProps {
  readonly imageTag: string;
}

/** Writes a file a minute into the shared directory, by way of the scratch space. */
const WRITE = 'while true; do date > /var/work/now && cp /var/work/now /srv/uploads/now; sleep 60; done';
const OWNER = { uid: 1000, gid: 1000 };

/** Files that a service writes and a job cleans up, under a root file system that is read-only. */
export class UploadsStack extends Stack {
  constructor(scope: Construct, id: string, props: UploadsStackProps) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
    const fileSystem = new efs.FileSystem(this, 'Files', {
      vpc,
      encrypted: true,
      allowAnonymousAccess: false,
      enableAutomaticBackups: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const container = {
      image: ecs.ContainerImage.fromRegistry(`public.ecr.aws/docker/library/busybox:${props.imageTag}`),
      user: '1000:1000',
      readonlyRootFilesystem: true,
      writablePaths: ['/tmp'],
      logging: { removalPolicy: RemovalPolicy.DESTROY },
    };

    const writer = new FargateWorkerService(this, 'Writer', {
      cluster,
      ...container,
      command: ['sh', '-c', WRITE],
      linux: { tmpfs: [{ containerPath: '/var/work', sizeMiB: 16 }] },
      initProcess: true,
    });
    new EfsMount(this, 'Uploads', {
      task: writer, fileSystem, containerPath: '/srv/uploads', posixUser: OWNER, accessPointPath: '/uploads',
    });

    const cleanUp = new OneOffTask(this, 'CleanUp', {
      cluster,
      ...container,
      user: undefined,
      command: ['sh', '-c', 'find /srv/uploads -mtime +30 > /var/list/old && xargs -r rm < /var/list/old'],
    });
    new EfsMount(this, 'UploadsToClean', {
      task: cleanUp, fileSystem, containerPath: '/srv/uploads', posixUser: OWNER, accessPointPath: '/uploads',
    });
    new ScratchVolume(this, 'List', { task: cleanUp, containerPath: '/var/list' });
  }
}

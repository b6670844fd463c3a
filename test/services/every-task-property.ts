import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Duration, Size, Tags, type Stack } from 'aws-cdk-lib/core';
import {
  Accelerators, ContainerPort, EbsVolume, Ec2WorkerService, EfsMount, FargateSize, FargateWorkerService, HostVolume, S3FilesMount,
  type Ec2WorkerServiceProps,
} from '../../src';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { IMAGE, testCluster, testStack } from '../support/stacks';

function parameter(stack: Stack, id: string): ssm.IStringParameter {
  return ssm.StringParameter.fromStringParameterName(stack, id, `/shop/${id}`);
}

/** Options that go together on an instance. */
function options(stack: Stack): Omit<Ec2WorkerServiceProps, 'cluster'> {
  const credentials = secretsmanager.Secret.fromSecretNameV2(stack, 'Registry', 'registry');
  return {
    image: ecs.ContainerImage.fromRegistry('registry.example.com/app:1', { credentials }),
    networkMode: ecs.NetworkMode.BRIDGE,
    family: 'worker',
    cpu: 128,
    memoryLimitMiB: 512,
    memoryReservationMiB: 256,
    command: ['run'],
    entryPoint: ['sh'],
    environment: { A: 'b' },
    secrets: { C: ecs.Secret.fromSsmParameter(parameter(stack, 'Parameter')) },
    user: '1000',
    workingDirectory: '/srv',
    healthCheck: {
      command: ['CMD-SHELL', 'exit 0'], interval: Duration.seconds(10), timeout: Duration.seconds(5), retries: 2, startPeriod: Duration.seconds(20),
    },
    startTimeout: Duration.seconds(60),
    stopTimeout: Duration.seconds(60),
    dependsOn: [{ containerName: 'helper', condition: ecs.ContainerDependencyCondition.START }],
    sidecars: [{
      containerName: 'helper',
      image: IMAGE,
      memoryLimitMiB: 64,
      logDriver: ecs.LogDrivers.splunk({ url: 'https://splunk.example.com', secretToken: ecs.Secret.fromSsmParameter(parameter(stack, 'Token')) }),
    }],
    readonlyRootFilesystem: true,
    writablePaths: ['/tmp'],
    initProcess: true,
    linux: {
      capabilities: { add: [ecs.Capability.SYS_PTRACE], drop: [ecs.Capability.MKNOD] },
      tmpfs: [{ containerPath: '/work', sizeMiB: 8, mountOptions: [ecs.TmpfsMountOption.NOEXEC] }],
      sharedMemoryMiB: 64,
      maxSwapMiB: 64,
      swappiness: 10,
      devices: [{ hostPath: '/dev/fuse', containerPath: '/dev/fuse', permissions: [ecs.DevicePermission.READ] }],
    },
    restartPolicy: { ignoredExitCodes: [0], restartAttemptPeriod: Duration.seconds(90) },
    ulimits: [{ name: ecs.UlimitName.NOFILE, softLimit: 1, hardLimit: 2 }],
    systemControls: { 'net.core.somaxconn': '4096' },
    dockerLabels: { a: 'b' },
    ports: [
      ContainerPort.udp(53, { name: 'dns' }), ContainerPort.tcp(80, { name: 'http', hostPort: 8080, appProtocol: ecs.AppProtocol.http }), ContainerPort.tcpRange(90, 99),
    ],
    environmentFiles: [ecs.EnvironmentFile.fromBucket(s3.Bucket.fromBucketName(stack, 'Config', 'config'), 'app.env')],
    accelerators: Accelerators.gpu(1),
    versionConsistency: ecs.VersionConsistency.ENABLED,
    hostname: 'shop',
    extraHosts: { db: '10.0.0.1' },
    dnsServers: ['10.0.0.2'],
    dnsSearchDomains: ['shop.local'],
    disableNetworking: true,
    dockerSecurityOptions: ['no-new-privileges'],
    credentialSpec: ecs.DomainJoinedCredentialSpec.fromSsmParameter(parameter(stack, 'Spec')),
    privileged: true,
    interactive: true,
    pseudoTerminal: true,
  };
}

/** A task on an instance, with each option of a container. */
export function everyOption(): Stack {
  const stack = testStack();
  const { vpc } = testCluster(stack);
  const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Ec2', { clusterName: 'ec2', vpc, hasEc2Capacity: true });
  const worker = new Ec2WorkerService(stack, 'Worker', { cluster, ...options(stack), placementConstraints: [ecs.PlacementConstraint.memberOf('attribute:a == b')] });
  new HostVolume(stack, 'Logs', { task: worker, hostPath: '/var/log', containerPath: '/host', readOnly: true });
  Tags.of(worker).add('team', 'shop');
  return stack;
}

/** A task on Fargate, with each volume. */
export function everyVolume(): Stack {
  const stack = testStack();
  const cluster = testCluster(stack);
  const worker = new FargateWorkerService(stack, 'Worker', {
    cluster, image: IMAGE, size: FargateSize.of(1024, 2048), ephemeralStorageGiB: 30, platformVersion: ecs.FargatePlatformVersion.VERSION1_4, serviceName: 'worker',
  });
  new EfsMount(stack, 'Files', { task: worker, fileSystem: new efs.FileSystem(stack, 'FileSystem', { vpc: cluster.vpc }), containerPath: '/files', posixUser: { uid: 1, gid: 1 } });
  new S3FilesMount(stack, 'Photos', {
    task: worker,
    fileSystemArn: 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0',
    accessPointArn: 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0/access-point/fsap-0123456789abcdef0',
    securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'PhotosGroup', 'sg-0123456789abcdef0'),
    bucket: s3.Bucket.fromBucketName(stack, 'Bucket', 'photos'),
    containerPath: '/photos',
  });
  new EbsVolume(stack, 'Index', {
    service: worker, size: Size.gibibytes(100), snapshotId: 'snap-0123456789abcdef0', iops: 4000, throughputMiBps: 200, volumeInitializationRate: Size.mebibytes(100), containerPath: '/index',
  });
  return stack;
}

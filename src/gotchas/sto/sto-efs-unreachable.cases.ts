import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FileSystem } from 'aws-cdk-lib/aws-efs';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

interface Parts {
  readonly vpc: ec2.Vpc;
  readonly fileSystem: FileSystem;
  readonly service: ecs.FargateService;
}

/** Template of the CDK for a service and a file system, with mount targets in the first zones of the VPC. */
function mounting(stack: Stack, connect: (parts: Parts) => void, zones = 2, rootDirectory?: string): void {
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  const vpcSubnets = { availabilityZones: vpc.availabilityZones.slice(0, zones) };
  const fileSystem = new FileSystem(stack, 'FileSystem', { vpc, vpcSubnets });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', {
    volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: fileSystem.fileSystemId, rootDirectory } }],
  });
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('app:1') });
  connect({ vpc, fileSystem, service: new ecs.FargateService(stack, 'Service', { cluster: new ecs.Cluster(stack, 'Cluster', { vpc }), taskDefinition }) });
}

function connected({ fileSystem, service: tasks }: Parts): void {
  fileSystem.connections.allowDefaultPortFrom(tasks);
}

/** Tasks whose security group allows some ports out only. */
function closed(stack: Stack, ...ports: readonly ec2.Port[]): void {
  mounting(stack, ({ vpc, fileSystem, service: tasks }) => {
    const group = new ec2.SecurityGroup(stack, 'Tasks', { vpc, allowAllOutbound: false });
    for (const port of ports) group.addEgressRule(ec2.Peer.anyIpv4(), port);
    fileSystem.connections.allowFrom(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(2049));
    (tasks.node.findChild('Service') as ecs.CfnService).addPropertyOverride('NetworkConfiguration.AwsvpcConfiguration.SecurityGroups', [group.securityGroupId]);
  });
}

/** A file system in a VPC of its own, that every address may reach. */
function elsewhere(stack: Stack): void {
  const [vpc, other] = ['Vpc', 'Other'].map((id) => new ec2.Vpc(stack, id, { maxAzs: 2 }));
  const fileSystem = new FileSystem(stack, 'FileSystem', { vpc: other });
  fileSystem.connections.allowDefaultPortFrom(ec2.Peer.ipv4('10.0.0.0/8'));
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: fileSystem.fileSystemId } }] });
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('app:1') }).addMountPoints({ sourceVolume: 'data', containerPath: '/data', readOnly: false });
  new ecs.FargateService(stack, 'Service', { cluster: new ecs.Cluster(stack, 'Cluster', { vpc }), taskDefinition });
}

export const cases: readonly GotchaCase[] = [
  { name: 'nothing connects them', caught: true, app: (stack) => mounting(stack, () => undefined) },
  { name: 'another port is open', caught: true, app: (stack) => mounting(stack, ({ fileSystem, service: tasks }) => fileSystem.connections.allowFrom(tasks, ec2.Port.tcp(22))) },
  { name: 'the mount targets are in another VPC', caught: true, consequence: 'risk', app: elsewhere },
  { name: 'a zone of the tasks has no mount target', caught: true, consequence: 'misbehaves', app: (stack) => mounting(stack, connected, 1) },
  {
    name: 'no zone of the tasks has a mount target',
    caught: true,
    app: (stack) => mounting(stack, (parts) => {
      connected(parts);
      const [, other] = parts.vpc.privateSubnets;
      (parts.service.node.findChild('Service') as ecs.CfnService).addPropertyOverride('NetworkConfiguration.AwsvpcConfiguration.Subnets', [other.subnetId]);
    }, 1),
  },
  {
    name: 'there is no mount target at all',
    caught: true,
    app: (stack) => {
      const fileSystem = resource(stack, 'FileSystem', 'AWS::EFS::FileSystem', {});
      service(stack, { TaskDefinition: fargateTask(stack, { Volumes: [{ Name: 'data', EFSVolumeConfiguration: { FilesystemId: fileSystem.ref } }] }).ref });
    },
  },
  { name: 'the directory is not there', caught: true, consequence: 'risk', app: (stack) => mounting(stack, connected, 2, '/data') },
  {
    name: 'another task mounts the root directory, in which it may create the directory',
    caught: false,
    notChecked: true,
    app: (stack) => mounting(stack, (parts) => {
      connected(parts);
      new ecs.FargateTaskDefinition(stack, 'Setup', { volumes: [{ name: 'all', efsVolumeConfiguration: { fileSystemId: parts.fileSystem.fileSystemId } }] })
        .addContainer('mkdir', { image: ecs.ContainerImage.fromRegistry('busybox:1') });
    }, 2, '/data'),
  },
  { name: 'the tasks can only send to port 443', caught: true, app: (stack) => closed(stack, ec2.Port.tcp(443)) },
  { name: 'the tasks can send nothing', caught: true, app: (stack) => closed(stack) },
  { name: 'the tasks can only send to ports 443 and 2049', caught: false, app: (stack) => closed(stack, ec2.Port.tcp(443), ec2.Port.tcp(2049)) },
  { name: 'the tasks can send to every TCP port', caught: false, app: (stack) => closed(stack, ec2.Port.allTcp()) },
  { name: 'the CDK connects them', caught: false, app: (stack) => mounting(stack, connected) },
  {
    name: 'all addresses of the VPC may connect',
    caught: false,
    app: (stack) => mounting(stack, ({ vpc, fileSystem }) => fileSystem.connections.allowDefaultPortFrom(ec2.Peer.ipv4(vpc.vpcCidrBlock))),
  },
  { name: 'there is no EFS volume', caught: false, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack, { Volumes: [{ Name: 'data' }] }).ref }) },
  {
    name: 'the file system comes from outside',
    caught: false,
    notChecked: true,
    app: (stack) => void service(stack, {
      TaskDefinition: fargateTask(stack, { Volumes: [{ Name: 'data', EFSVolumeConfiguration: { FilesystemId: parameter(stack) } }] }).ref,
    }),
  },
];

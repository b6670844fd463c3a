import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Duration, type Stack } from 'aws-cdk-lib/core';
import {
  Accelerators, ContainerPort, Ec2WorkerService, FargateSize, FargateWorkerService, ScratchVolume,
  type Ec2WorkerServiceProps, type FargateWorkerServiceProps,
} from '../../src';
import { messageOf, refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

type Options = Partial<FargateWorkerServiceProps>;
type OptionsOnEc2 = Partial<Ec2WorkerServiceProps>;

const BRIDGE = { networkMode: ecs.NetworkMode.BRIDGE };

function fargate(stack: Stack, options: Options): Template {
  new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, ...options });
  return templateWithoutTokens(stack);
}

function instances(stack: Stack, options: OptionsOnEc2): Template {
  const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Ec2', { clusterName: 'ec2', vpc: testCluster(stack).vpc, hasEc2Capacity: true });
  new Ec2WorkerService(stack, 'Worker', { cluster, image: IMAGE, memoryLimitMiB: 512, ...options });
  return templateWithoutTokens(stack);
}

function hasContainer(template: Template, container: object): void {
  template.hasResourceProperties('AWS::ECS::TaskDefinition', { ContainerDefinitions: [Match.objectLike(container)] });
}

describe.each(FLAG_SETS)('container options with $flags', ({ context }) => {
  test('synthesize its recorded template', () => {
    const stack = testStack(context);
    const template = fargate(stack, {
      readonlyRootFilesystem: true,
      writablePaths: ['/tmp', '/run'],
      initProcess: true,
      restartPolicy: { restartAttemptPeriod: Duration.minutes(2), ignoredExitCodes: [0] },
      healthCheck: { command: ['CMD-SHELL', 'exit 0'] },
      ulimits: [{ name: ecs.UlimitName.NOFILE, softLimit: 262144, hardLimit: 1048576 }],
      linux: { capabilities: { add: [ecs.Capability.SYS_PTRACE], drop: [ecs.Capability.NET_RAW] } },
      systemControls: { 'net.core.somaxconn': '4096' },
      environmentFiles: [ecs.EnvironmentFile.fromBucket(s3.Bucket.fromBucketName(stack, 'Config', 'config'), 'app.env')],
      dockerLabels: { team: 'shop' },
      containerPorts: [8080],
      ports: [ContainerPort.tcp(8080, { name: 'http', appProtocol: ecs.AppProtocol.http }), ContainerPort.udp(53), ContainerPort.tcpRange(9000, 9010)],
      versionConsistency: ecs.VersionConsistency.DISABLED,
      pseudoTerminal: true,
      interactive: true,
    });
    expect(template.toJSON()).toMatchSnapshot();
  });
});

test('writable paths are in memory', () => {
  hasContainer(fargate(testStack(), { readonlyRootFilesystem: true, writablePaths: ['/tmp'], writablePathSizeMiB: 32 }), {
    ReadonlyRootFilesystem: true,
    LinuxParameters: { Tmpfs: [{ ContainerPath: '/tmp', Size: 32, MountOptions: ['rw', 'nosuid', 'nodev'] }] },
  });
});

test('a sidecar has options of its own', () => {
  fargate(testStack(), {
    sidecars: [{ containerName: 'agent', image: IMAGE, dockerLabels: { role: 'agent' }, restartPolicy: { restartAttemptPeriod: Duration.minutes(1) } }],
  }).hasResourceProperties('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: [
      Match.objectLike({ RestartPolicy: Match.absent(), DockerLabels: Match.absent() }),
      Match.objectLike({ RestartPolicy: { Enabled: true, RestartAttemptPeriod: 60 }, DockerLabels: { role: 'agent' } }),
    ],
  });
});

test('environment files can be read by the execution role, and nothing else of the bucket', () => {
  const stack = testStack();
  const bucket = s3.Bucket.fromBucketName(stack, 'Config', 'config');
  const template = fargate(stack, { environmentFiles: [ecs.EnvironmentFile.fromBucket(bucket, 'app.env')] });
  const statements = Object.values(template.findResources('AWS::IAM::Role')).flatMap(({ Properties }) => Properties.Policies ?? [])
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  const s3Arn = (path: string) => ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:s3:::${path}`]] });
  expect(statements).toContainEqual({ Effect: 'Allow', Action: 's3:GetObject', Resource: s3Arn('config/app.env') });
  expect(statements).toContainEqual({ Effect: 'Allow', Action: 's3:GetBucketLocation', Resource: s3Arn('config') });
});

test('Linux parameters of instances are written without an init process', () => {
  hasContainer(instances(testStack(), { linux: { sharedMemoryMiB: 256, maxSwapMiB: 1024, swappiness: 10, devices: [{ hostPath: '/dev/fuse' }] } }), {
    LinuxParameters: { SharedMemorySize: 256, MaxSwap: 1024, Swappiness: 10, Devices: [{ HostPath: '/dev/fuse' }] },
  });
});

test('options of the network are for bridge mode', () => {
  hasContainer(instances(testStack(), { ...BRIDGE, hostname: 'shop', extraHosts: { db: '10.0.0.1' }, dnsServers: ['10.0.0.2'], dnsSearchDomains: ['shop.local'] }), {
    Hostname: 'shop', ExtraHosts: [{ Hostname: 'db', IpAddress: '10.0.0.1' }], DnsServers: ['10.0.0.2'], DnsSearchDomains: ['shop.local'],
  });
});

test.each([
  [Accelerators.gpu(2), { Type: 'GPU', Value: '2' }],
  [Accelerators.allGpus(), { Type: 'GPU', Value: 'ALL' }],
  [Accelerators.sharedGpus(), { Type: 'GPU', SharingStrategy: 'timeSlicing' }],
])('accelerators are resource requirements: %j', (accelerators, requirement) => {
  hasContainer(instances(testStack(), { accelerators }), { ResourceRequirements: [requirement] });
});

test('a number of GPUs may be a token', () => {
  const stack = testStack();
  hasContainer(instances(stack, { accelerators: Accelerators.gpu(tokens(stack).number) }), { ResourceRequirements: [{ Type: 'GPU', Value: { Ref: 'Number' } }] });
});

test('a port that containerPorts has too gets its name, and stays the first', () => {
  hasContainer(fargate(testStack(), { containerPorts: [8080], ports: [ContainerPort.udp(53), ContainerPort.tcp(8080, { name: 'http' })] }), {
    PortMappings: [{ ContainerPort: 8080, Name: 'http', Protocol: 'tcp' }, { ContainerPort: 53, Protocol: 'udp' }],
  });
});

test('tokens pass', () => {
  const stack = testStack();
  const { text, number } = tokens(stack);
  hasContainer(fargate(stack, {
    readonlyRootFilesystem: true,
    writablePaths: [text],
    writablePathSizeMiB: number,
    restartPolicy: { restartAttemptPeriod: Duration.seconds(number), ignoredExitCodes: [number] },
    ulimits: [{ name: ecs.UlimitName.NOFILE, softLimit: number, hardLimit: number }],
    systemControls: { 'net.core.somaxconn': text },
    dockerLabels: { team: text },
    ports: [ContainerPort.udp(number, { name: text })],
  }), { RestartPolicy: { Enabled: true, RestartAttemptPeriod: { Ref: 'Number' }, IgnoredExitCodes: [{ Ref: 'Number' }] } });
});

describe('container options fail when', () => {
  const on = (options: Options): string => {
    const stack = testStack();
    const cluster = testCluster(stack);
    return refusalOf(stack, 'Worker', (scope, id) => new FargateWorkerService(scope, id, { cluster, image: IMAGE, ...options }));
  };
  const onEc2 = (options: OptionsOnEc2): string => {
    const stack = testStack();
    const cluster = testCluster(stack);
    return refusalOf(stack, 'Worker', (scope, id) => new Ec2WorkerService(scope, id, { cluster, image: IMAGE, memoryLimitMiB: 512, ...options }));
  };
  const readOnly = { readonlyRootFilesystem: true };

  test.each<[string, Options, string]>([
    ['the root file system is writable anyway', { writablePaths: ['/tmp'] }, 'containers[app].writablePaths is set'],
    ['a writable path is relative', { ...readOnly, writablePaths: ['tmp'] }, "tmpfs.containerPath is 'tmp'"],
    ['a writable path is the root', { ...readOnly, writablePaths: ['/'] }, "tmpfs.containerPath is '/'"],
    ['a writable path is there twice', { ...readOnly, writablePaths: ['/tmp', '/tmp/'] }, 'containers[app].tmpfs has "/tmp" twice'],
    ['a writable path holds more than the memory', { ...readOnly, writablePaths: ['/tmp'], writablePathSizeMiB: 512 }, 'the container has 512 MiB of memory'],
    ['a tmpfs holds more than the container', { memoryLimitMiB: 64, linux: { tmpfs: [{ containerPath: '/tmp', sizeMiB: 128 }] } }, 'the container has 64 MiB of memory'],
    ['shared memory is asked of Fargate', { linux: { sharedMemoryMiB: 64 } }, 'containers[app].linux.sharedMemoryMiB is not available on Fargate'],
    ['another capability is added on Fargate', { linux: { capabilities: { add: [ecs.Capability.NET_ADMIN] } } }, 'NET_ADMIN'],
    ['privileges are asked of Fargate', { privileged: true }, '[td-fargate-unsupported-params]'],
    ['a host name is asked of Fargate', { hostname: 'shop' }, '[td-fargate-unsupported-params]'],
    ['GPUs are asked of Fargate', { accelerators: Accelerators.gpu(1) }, '(containers[app].accelerators)'],
    ['two ports are one', { containerPorts: [80], sidecars: [{ containerName: 'web', image: IMAGE, ports: [ContainerPort.tcp(80)] }] }, '(containers[web].ports)'],
    ['a range of ports falls', { ports: [ContainerPort.tcpRange(90, 80)] }, 'range of ports (90-80) does not rise from its first port to its last'],
    ['the restart period is too short', { restartPolicy: { restartAttemptPeriod: Duration.seconds(59) } }, '[dep-restart-policy-hides-crash]'],
    ['there are 51 exit codes', { restartPolicy: { ignoredExitCodes: [...Array(51).keys()] } }, 'ignoredExitCodes (51 of them)'],
    ['a soft limit is above its hard limit', { ulimits: [{ name: ecs.UlimitName.NOFILE, softLimit: 2, hardLimit: 1 }] }, '[td-nofile-ulimit]'],
    ['a limit is there twice', { ulimits: [1, 2].map((limit) => ({ name: ecs.UlimitName.NOFILE, softLimit: limit, hardLimit: limit })) }, 'has "nofile" twice'],
    ['a kernel parameter belongs to the host', { systemControls: { 'vm.swappiness': '1' } }, '[td-systemcontrols-shared]'],
    ['a port has no number', { ports: [ContainerPort.udp(70000)] }, '[td-port-range]'],
    ['a port is zero', { ports: [ContainerPort.udp(0)] }, 'containers[app].containerPort is 0'],
    ['a port is there twice', { ports: [ContainerPort.udp(53), ContainerPort.udp(53)] }, 'ports has "53/udp" twice'],
    ['a port has a name with a dot', { ports: [ContainerPort.tcp(80, { name: 'a.b' })] }, "ports.name is 'a.b'"],
    ['a protocol has no name', { ports: [ContainerPort.tcp(80, { appProtocol: ecs.AppProtocol.grpc })] }, 'appProtocol grpc on a port without a name'],
    ['a range falls', { ports: [ContainerPort.udpRange(10, 5)] }, '[td-port-range]'],
    ['a host port differs', { ports: [ContainerPort.tcp(80, { hostPort: 8080 })] }, '[td-hostport-mismatch]'],
    ['an environment file of an asset has no name', { environmentFiles: [ecs.EnvironmentFile.fromAsset('/srv/.env')] }, '[td-envfile-rules]'],
    ['there are eleven environment files', {
      environmentFiles: [...Array(11).keys()].map((index) => ecs.EnvironmentFile.fromBucket(s3.Bucket.fromBucketName(testStack(), 'Config', 'config'), `${index}.env`)),
    }, 'environmentFiles (11 of them) are more than ECS reads, which is 10'],
    ['Windows has no tmpfs', {
      size: FargateSize.of(1024, 2048), linux: {}, runtimePlatform: { operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE },
    }, '[td-windows-limits]'],
  ])('%s', (_, options, message) => {
    expect(on(options)).toContain(message);
  });

  test.each<[string, OptionsOnEc2, string]>([
    ['swappiness has no swap', { linux: { swappiness: 10 } }, 'linux.swappiness is set without maxSwapMiB'],
    ['a host name is set in awsvpc mode', { hostname: 'shop' }, 'containers[app].hostname is set, and the network mode is awsvpc'],
    ['hosts are added in awsvpc mode', { extraHosts: { db: '10.0.0.1' } }, 'containers[app].extraHosts is set'],
  ])('%s', (_, options, message) => {
    expect(onEc2(options)).toContain(message);
  });

  test('there is no GPU to count', () => {
    expect(messageOf(() => Accelerators.gpu(0))).toContain('count is 0 GPUs');
  });

  test('a port of a range is a token', () => {
    expect(messageOf(() => ContainerPort.tcpRange(tokens(testStack()).number, 90))).toContain('a port of the range is a token');
  });

  test('a volume is on a writable path', () => {
    const stack = testStack();
    const task = new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, readonlyRootFilesystem: true, writablePaths: ['/tmp'] });
    expect(refusalOf(stack, 'Tmp', (scope, id) => new ScratchVolume(scope, id, { task, containerPath: '/tmp' }))).toContain('mounts another volume');
  });
});

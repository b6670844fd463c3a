import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { App, Stack } from 'aws-cdk-lib/core';
import {
  Ec2Capacity, Ec2WorkerService, EcsTask, EcsWorkload, EfsMount, FargateSize, FargateWorkerService,
  OneOffTask, TaskRoleBundle, type EfsMountProps, type IEcsTask,
} from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, testVpc, tokens } from '../support/stacks';

const OWNER = { uid: 1000, gid: 1000 };

function importedFiles(stack: Stack, id = 'Files'): efs.IFileSystem {
  return efs.FileSystem.fromFileSystemAttributes(stack, id, {
    fileSystemId: 'fs-1', securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, `${id}Group`, 'sg-files'),
  });
}

function worker(stack: Stack, props: object = {}): FargateWorkerService {
  return new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, ...props });
}

function mount(task: IEcsTask, stack: Stack, props: Partial<EfsMountProps> = {}): EfsMount {
  return new EfsMount(stack, 'Uploads', { task, fileSystem: importedFiles(stack), containerPath: '/srv/uploads', posixUser: OWNER, ...props });
}

function refusal(props: Partial<EfsMountProps>, stack = testStack(), task: IEcsTask = worker(stack)): string {
  const fileSystem = importedFiles(stack);
  return refusalOf(stack, 'Uploads', (scope, id) => new EfsMount(scope, id, { task, fileSystem, containerPath: '/srv/uploads', posixUser: OWNER, ...props }));
}

interface Found {
  readonly logicalId: string;
  readonly Properties: { readonly [property: string]: unknown };
  readonly DependsOn?: string[];
}

/** The only resource of a type. */
function only(template: Template, type: string): Found {
  const found = Object.entries(template.findResources(type)) as [string, Omit<Found, 'logicalId'>][];
  expect(found).toHaveLength(1);
  const [[logicalId, resource]] = found;
  return { logicalId, ...resource };
}

describe.each(FLAG_SETS)('EfsMount with $flags', ({ context }) => {
  test('synthesizes its recorded template', () => {
    const stack = testStack(context);
    mount(worker(stack), stack);
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });
});

describe('the mount', () => {
  test('is encrypted, authorized by IAM, and of an access point that creates its directory', () => {
    const stack = testStack();
    mount(worker(stack), stack);
    const template = Template.fromStack(stack);
    const { logicalId } = only(template, 'AWS::EFS::AccessPoint');
    template.hasResourceProperties('AWS::EFS::AccessPoint', {
      FileSystemId: 'fs-1',
      PosixUser: { Uid: '1000', Gid: '1000' },
      RootDirectory: { Path: '/Worker', CreationInfo: { OwnerUid: '1000', OwnerGid: '1000', Permissions: '750' } },
    });
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      Volumes: [{
        Name: 'Uploads',
        EFSVolumeConfiguration: { FilesystemId: 'fs-1', TransitEncryption: 'ENABLED', AuthorizationConfig: { AccessPointId: { Ref: logicalId }, IAM: 'ENABLED' } },
      }],
      ContainerDefinitions: [Match.objectLike({ MountPoints: [{ SourceVolume: 'Uploads', ContainerPath: '/srv/uploads', ReadOnly: false }] })],
    });
  });

  test('is allowed on its access point only', () => {
    const stack = testStack();
    mount(worker(stack), stack);
    const template = Template.fromStack(stack);
    const { logicalId } = only(template, 'AWS::EFS::AccessPoint');
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: [{
          Effect: 'Allow',
          Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
          Resource: Match.anyValue(),
          Condition: { StringEquals: { 'elasticfilesystem:AccessPointArn': { 'Fn::Join': ['', Match.arrayWith([{ Ref: logicalId }])] } } },
        }],
      },
    });
    expect(JSON.stringify(template.toJSON())).not.toContain('elasticfilesystem:*');
  });

  test('that only reads is not allowed to write', () => {
    const stack = testStack();
    mount(worker(stack), stack, { readOnly: true });
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::IAM::Policy', { PolicyDocument: { Statement: [Match.objectLike({ Action: 'elasticfilesystem:ClientMount' })] } });
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      ContainerDefinitions: [Match.objectLike({ MountPoints: [Match.objectLike({ ReadOnly: true })] })],
    });
  });

  test('of root is allowed as root', () => {
    const stack = testStack();
    mount(worker(stack), stack, { posixUser: { uid: 0, gid: 0 }, allowRoot: true });
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: { Statement: [Match.objectLike({ Action: Match.arrayWith(['elasticfilesystem:ClientRootAccess']) })] },
    });
  });

  test('is reached on port 2049, and the task definition waits for rule, permission and mount targets', () => {
    const stack = testStack();
    const vpc = testVpc(stack);
    const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'shop', vpc });
    const fileSystem = new efs.FileSystem(stack, 'Files', { vpc });
    const task = new FargateWorkerService(stack, 'Worker', { cluster, image: IMAGE });
    new EfsMount(stack, 'Uploads', { task, fileSystem, containerPath: '/srv/uploads', posixUser: OWNER });
    const template = Template.fromStack(stack);
    const rule = only(template, 'AWS::EC2::SecurityGroupIngress');
    expect(rule.Properties).toMatchObject({ FromPort: 2049, ToPort: 2049, IpProtocol: 'tcp' });
    const { DependsOn } = only(template, 'AWS::ECS::TaskDefinition');
    expect(DependsOn).toEqual(expect.arrayContaining([
      rule.logicalId, only(template, 'AWS::IAM::Policy').logicalId, ...Object.keys(template.findResources('AWS::EFS::MountTarget')),
    ]));
    Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
  });

  test('has rules and access point in the stack of the service, in any order of the stacks', () => {
    const app = new App();
    const network = new Stack(app, 'Network', { env: { account: '111122223333', region: 'eu-west-1' } });
    const vpc = new ec2.Vpc(network, 'Vpc', { maxAzs: 2 });
    const fileSystem = new efs.FileSystem(network, 'Files', { vpc });
    const stack = new Stack(app, 'Service', { env: { account: '111122223333', region: 'eu-west-1' } });
    const task = new FargateWorkerService(stack, 'Worker', { cluster: new ecs.Cluster(stack, 'Cluster', { vpc }), image: IMAGE });
    new EfsMount(stack, 'Uploads', { task, fileSystem, containerPath: '/srv/uploads', posixUser: OWNER });
    const template = Template.fromStack(stack);
    expect(only(template, 'AWS::EC2::SecurityGroupIngress').Properties.ToPort).toBe(2049);
    template.resourceCountIs('AWS::EFS::AccessPoint', 1);
    expect(stack.dependencies).toEqual([network]);
    expect(network.dependencies).toEqual([]);
  });

  test('opens a closed security group of the task to the file system only', () => {
    const stack = testStack();
    const cluster = testCluster(stack);
    const group = new ec2.SecurityGroup(stack, 'Closed', { vpc: cluster.vpc, allowAllOutbound: false });
    mount(new FargateWorkerService(stack, 'Worker', { cluster, image: IMAGE, securityGroups: [group] }), stack);
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::SecurityGroupEgress', { DestinationSecurityGroupId: 'sg-files', FromPort: 2049, ToPort: 2049 });
  });

  test('on instances is reached from the instances, also from those that join later', () => {
    const stack = testStack();
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 1 });
    const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
    const capacity = new Ec2Capacity(stack, 'Capacity', { cluster, instanceType: new ec2.InstanceType('m7g.large') });
    const task = new Ec2WorkerService(stack, 'Worker', { cluster, capacity, image: IMAGE, memoryLimitMiB: 256 });
    mount(task, stack);
    new Ec2Capacity(stack, 'Later', { cluster, instanceType: new ec2.InstanceType('c7g.large') });
    const rules = Object.values(Template.fromStack(stack).findResources('AWS::EC2::SecurityGroupIngress'));
    const sources = rules.filter(({ Properties }) => Properties.ToPort === 2049)
      .map(({ Properties }) => JSON.stringify(Properties.SourceSecurityGroupId));
    expect(sources).toEqual([expect.stringContaining('Capacity'), expect.stringContaining('Later')]);
  });

  test('uses an access point that exists', () => {
    const stack = testStack();
    const accessPoint = efs.AccessPoint.fromAccessPointAttributes(stack, 'Point', { accessPointId: 'fsap-1' });
    mount(worker(stack), stack, { posixUser: undefined, accessPoint });
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::EFS::AccessPoint', 0);
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      Volumes: [Match.objectLike({ EFSVolumeConfiguration: Match.objectLike({ AuthorizationConfig: { AccessPointId: 'fsap-1', IAM: 'ENABLED' } }) })],
    });
  });

  test('is for a task that runs once, a service of the CDK and a task definition of the CDK', () => {
    const stack = testStack();
    const cluster = testCluster(stack);
    const fileSystem = importedFiles(stack);
    const plain = (id: string) => {
      const taskDefinition = new ecs.FargateTaskDefinition(stack, id);
      taskDefinition.addContainer('app', { image: IMAGE });
      return taskDefinition;
    };
    const service = new ecs.FargateService(stack, 'Plain', { cluster, taskDefinition: plain('PlainTask') });
    const tasks: IEcsTask[] = [
      new OneOffTask(stack, 'Once', { cluster, image: IMAGE }),
      EcsWorkload.fromService(service),
      EcsTask.fromTaskDefinition(plain('Alone'), { securityGroups: service.connections.securityGroups }),
    ];
    tasks.forEach((task, index) => new EfsMount(stack, `Files${index}`, { task, fileSystem, containerPath: '/srv', posixUser: OWNER }));
    const paths = Object.values(Template.fromStack(stack).findResources('AWS::EFS::AccessPoint'))
      .map(({ Properties }) => Properties.RootDirectory.Path);
    expect(paths).toEqual(['/Once', '/Plain', '/Alone']);
  });

  test('does not check tokens', () => {
    const stack = testStack();
    const { text, number } = tokens(stack);
    mount(worker(stack), stack, { containerPath: text, accessPointPath: text, posixUser: { uid: number, gid: number }, directoryPermissions: text });
    templateWithoutTokens(stack).hasResourceProperties('AWS::EFS::AccessPoint', { RootDirectory: { Path: { Ref: 'Text' } } });
  });

  test('warns where the imported task role lacks the permission and is never edited', () => {
    const stack = testStack();
    const taskRole = iam.Role.fromRoleArn(stack, 'Given', 'arn:aws:iam::111122223333:role/given');
    mount(worker(stack, { taskRoles: new TaskRoleBundle(stack, 'Roles', { taskRole }) }), stack);
    Annotations.fromStack(stack).hasWarning('/Shop/Uploads', Match.stringLikeRegexp('elasticfilesystem:ClientMount'));
    Template.fromStack(stack).resourceCountIs('AWS::IAM::Policy', 0);
  });
});

describe('EfsMount fails when', () => {
  const cases: ReadonlyArray<readonly [string, Partial<EfsMountProps>, string]> = [
    ['there is no owner', { posixUser: undefined }, 'posixUser is left out, it is required without an accessPoint'],
    ['the owner is root', { posixUser: { uid: 0, gid: 0 } }, 'posixUser.uid is 0, which is root'],
    ['the uid is negative', { posixUser: { uid: -1, gid: 0 } }, 'posixUser.uid is -1'],
    ['the gid is too large', { posixUser: { uid: 1, gid: 4294967296 } }, 'posixUser.gid is 4294967296'],
    ['there are 17 groups', { posixUser: { ...OWNER, secondaryGids: [...Array(17).keys()] } }, 'posixUser.secondaryGids has 17 groups'],
    ['a group is negative', { posixUser: { ...OWNER, secondaryGids: [1000, -1] } }, 'posixUser.secondaryGids[1] is -1'],
    ['the directory has 101 characters', { accessPointPath: `/${'a'.repeat(100)}` }, 'have at most 100 characters'],
    ['the directory begins with a period', { accessPointPath: '/.web' }, "accessPointPath is '/.web'"],
    ['the directory is the root', { accessPointPath: '/' }, "accessPointPath is '/'"],
    ['the directory is relative', { accessPointPath: 'web' }, "accessPointPath is 'web'"],
    ['the directory has 5 levels', { accessPointPath: '/a/b/c/d/e' }, "accessPointPath is '/a/b/c/d/e'"],
    ['the permissions are not octal', { directoryPermissions: '799' }, "directoryPermissions is '799'"],
    ['the path is relative', { containerPath: 'srv' }, "containerPath is 'srv'"],
    ['the path is the root', { containerPath: '//' }, "containerPath is '//'"],
    ['the path has a colon', { containerPath: '/srv:ro' }, "containerPath is '/srv:ro'"],
    ['no container has the name', { containerName: 'web' }, "containerName is 'web'"],
  ];

  test.each(cases)('%s', (_, props, message) => {
    expect(refusal(props)).toContain(message);
  });

  test('two volumes have one path, however it is written', () => {
    const stack = testStack();
    const task = worker(stack);
    new EfsMount(stack, 'First', { task, fileSystem: importedFiles(stack, 'Other'), containerPath: '/srv/uploads/', posixUser: OWNER });
    expect(refusal({ containerPath: '/srv/./uploads' }, stack, task)).toContain("where container 'app' mounts another volume");
  });

  test('two services would share a directory by default', () => {
    const stack = testStack();
    const cluster = testCluster(stack);
    const fileSystem = importedFiles(stack);
    const services = ['One', 'Two'].map((id) => new FargateWorkerService(new Stack(stack, id), 'Worker', { cluster, image: IMAGE }));
    new EfsMount(stack, 'First', { task: services[0], fileSystem, containerPath: '/srv', posixUser: OWNER });
    const message = refusalOf(stack, 'Second', (scope, id) =>
      new EfsMount(scope, id, { task: services[1], fileSystem, containerPath: '/srv', posixUser: OWNER }));
    expect(message).toContain("'/Worker' is the directory of Shop/One/Worker/Task");
  });

  test('the task runs on Windows', () => {
    const stack = testStack();
    const runtimePlatform = { operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE };
    const task = worker(stack, { runtimePlatform, size: FargateSize.of(1024, 2048) });
    expect(refusal({ containerPath: 'C:\\data' }, stack, task)).toContain('task runs on Windows');
  });

  test('the task runs on external instances', () => {
    const stack = testStack();
    const taskDefinition = new ecs.ExternalTaskDefinition(stack, 'Task');
    taskDefinition.addContainer('app', { image: IMAGE, memoryLimitMiB: 128 });
    const securityGroups = [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1')];
    expect(refusal({}, stack, EcsTask.fromTaskDefinition(taskDefinition, { securityGroups }))).toContain('task runs on external instances');
  });

  test('the platform version is too old', () => {
    const stack = testStack();
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
    taskDefinition.addContainer('app', { image: IMAGE });
    const service = new ecs.FargateService(stack, 'Plain', {
      cluster: testCluster(stack), taskDefinition, platformVersion: ecs.FargatePlatformVersion.VERSION1_3,
    });
    expect(refusal({}, stack, EcsWorkload.fromService(service))).toContain('task runs on platform version 1.3.0');
  });

  test('an access point has another owner already', () => {
    const stack = testStack();
    const accessPoint = efs.AccessPoint.fromAccessPointAttributes(stack, 'Point', { accessPointId: 'fsap-1' });
    expect(refusal({ accessPoint }, stack)).toContain('posixUser is set beside accessPoint');
  });

  test('a task definition has no security groups', () => {
    const stack = testStack();
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
    taskDefinition.addContainer('app', { image: IMAGE });
    expect(refusal({}, stack, EcsTask.fromTaskDefinition(taskDefinition))).toContain('task has no security group');
  });

  test('the task is a plain service', () => {
    const stack = testStack();
    expect(refusal({}, stack, { service: {} } as unknown as IEcsTask)).toContain('EcsWorkload.fromService(service)');
  });
});

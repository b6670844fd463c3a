import { CfnParameter, Duration, Stack, Token } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { readProps } from '../../src/checks/read-props';

interface Props {
  readonly image?: string;
  readonly timeout?: Duration;
  readonly logging?: { readonly name?: string; readonly group?: { readonly days?: number } };
  readonly containerPorts?: readonly number[];
  readonly sidecars?: readonly { readonly name?: string }[];
}

const read = (props: unknown, required: (keyof Props)[] = []) => readProps<Props>('Shop/Web', props as Props, required);

test('what has no null is the same object', () => {
  const props = { image: undefined, timeout: Duration.seconds(3), logging: { group: { days: 3 } }, containerPorts: [1, 2], sidecars: [{ name: 'a' }] };
  expect(read(props)).toBe(props);
});

test('null counts as left out, wherever it is', () => {
  expect(read({ image: null, containerPorts: [1], logging: { name: null, group: { days: null } }, sidecars: [{ name: null }] }))
    .toEqual({ image: undefined, containerPorts: [1], logging: { name: undefined, group: { days: undefined } }, sidecars: [{ name: undefined }] });
});

test.each([[undefined], [null]])('%s instead of all properties leaves all of them out', (props) => {
  expect(read(props)).toEqual({});
  expect(() => read(props, ['image'])).toThrow('image is left out, it is required\n  at:   Shop/Web (image)\n  fix:  pass image');
});

test('an item of a list is there', () => {
  expect(() => read({ containerPorts: [1, null] })).toThrow('containerPorts[1] is null\n  at:   Shop/Web (containerPorts[1])\n  fix:  leave containerPorts[1] out of the list');
  expect(() => read({ sidecars: [undefined] })).toThrow('sidecars[0] is undefined');
});

test('a stack is no token, though it resolves them', () => {
  expect(() => read({ dependsOn: new Stack() })).toThrow('dependsOn is of the class Stack, it must be a list');
});

test.each([1, 3653, 9999])('logs may be kept for %i days', (retention) => {
  expect(read({ retention })).toEqual({ retention });
});

test('constructs and tokens are left alone', () => {
  const stack = new Stack();
  const token = new CfnParameter(stack, 'Text').valueAsString;
  const props = { stack, token, deep: { stack } };
  expect(read({ ...props, image: null })).toEqual({ ...props, image: undefined });
});

test.each([
  [{ command: 'npm start' }, "command is 'npm start', it must be a list", "write a list: ['npm', 'start']"],
  [{ securityGroups: { securityGroupId: 'sg-1' } }, 'securityGroups is an object, it must be a list', 'put the value into a list: [value]'],
  [{ sidecars: [{ healthCheck: { command: 'true' } }] }, "sidecars[0].healthCheck.command is 'true', it must be a list", "write a list: ['true']"],
  [{ stopTimeout: 60 }, 'stopTimeout is 60, it must be a Duration', 'use Duration.seconds(60)'],
  [{ stopTimeout: '1 minute' }, "stopTimeout is '1 minute', it must be a Duration", 'use Duration.seconds(30)'],
  [{ environment: { PORT: 8080 } }, 'environment.PORT is 8080, it must be a text', "write it as a text: PORT: '8080'"],
  [{ environment: { PORT: undefined } }, 'environment.PORT is undefined, it must be a text',
    'set PORT, or leave it out: a variable of process.env that is not set is undefined'],
  [{ environment: [{ name: 'PORT' }] }, 'environment is a list of 1, it must be an object of names and texts', "write environment: { NAME: 'value' }"],
  [{ runtimePlatform: 'ARM64' }, "runtimePlatform is 'ARM64', it must be an object of options",
    'write runtimePlatform: { cpuArchitecture: ecs.CpuArchitecture.ARM64 }'],
  [{ vpcSubnets: [] }, 'vpcSubnets is a list of 0, it must be an object of options', 'write vpcSubnets: { subnets: [subnetA, subnetB] }'],
  [{ allowFrom: ['10.0.0.0/8'] }, "allowFrom[0] is '10.0.0.0/8', it must be an ec2.IConnectable", "pass an ec2.IConnectable: ec2.Peer.ipv4('10.0.0.0/8')"],
  [{ instanceType: 'm7g.large' }, "instanceType is 'm7g.large', it must be an ec2.InstanceType", "pass an ec2.InstanceType: new ec2.InstanceType('m7g.large')"],
  [{ user: 1000 }, 'user is 1000, it must be a text', "write it as a text: '1000'"],
  [{ user: { uid: 1000 } }, 'user is an object, it must be a text', 'pass a text'],
  [{ command: ['sleep', 60] }, 'command[1] is 60, it must be a text', "write it as a text: '60'"],
  [{ assignPublicIp: 'false' }, "assignPublicIp is 'false', it must be true or false", 'write it without quotes: false'],
  [{ sidecars: [{ essential: 1 }] }, 'sidecars[0].essential is 1, it must be true or false', 'write true or false, or leave it out'],
  [{ logDriver: 'awslogs' }, "logDriver is 'awslogs', it must be an ecs.LogDriver", 'pass an ecs.LogDriver: ecs.LogDrivers.firelens({ options })'],
  [{ dependsOn: ['cache'] }, "dependsOn[0] is 'cache', it must be an object of options",
    "write dependsOn[0]: { containerName: 'cache', condition: ecs.ContainerDependencyCondition.HEALTHY }"],
  [{ linux: { tmpfs: [{ containerPath: '/tmp' }] } }, 'linux.tmpfs[0].sizeMiB is left out, it is required',
    "pass containerPath, sizeMiB: { containerPath: '/tmp', sizeMiB: 64 }"],
  [{ ulimits: [{ name: 'nofile', softLimit: 1024, hardLimit: null }] }, 'ulimits[0].hardLimit is left out, it is required',
    'pass name, softLimit, hardLimit: { name: ecs.UlimitName.NOFILE, softLimit: 65536, hardLimit: 65536 }'],
  [{ target: {} }, 'target is of the type object, it must be an HttpApiTarget', 'pass an HttpApiTarget: HttpApiTarget.tasks({ dnsNamespace, name })'],
  [{ dnsNamespace: 'shop.local' }, "dnsNamespace is 'shop.local', it must be a cloudmap.INamespace",
    "pass a cloudmap.INamespace: new cloudmap.PrivateDnsNamespace(this, 'Namespace', { name: 'shop.local', vpc })"],
  [{ logging: { retention: 45 } }, 'logging.retention is 45, it must be a number of days that CloudWatch Logs has',
    'use a value of logs.RetentionDays: the next one has 60 days'],
  [{ retention: 'ONE_WEEK' }, "retention is 'ONE_WEEK', it must be a number of days that CloudWatch Logs has",
    'use a value of logs.RetentionDays: logs.RetentionDays.ONE_MONTH'],
  [{ networkMode: {} }, 'networkMode is an object, it must be a text', 'pass a text'],
  [{ listeners: [{ protocol: 'TCP' }] }, 'listeners[0].port is left out, it is required', 'pass port: { port: 443 }'],
  [{ ingress: 'public' }, "ingress is 'public', it must be an Ingress", 'pass an Ingress: Ingress.publicHttp()'],
  [{ logGroup: [] }, 'logGroup is of the type object, it must be a logs.ILogGroup', "pass a logs.ILogGroup: new logs.LogGroup(this, 'Logs')"],
  [{ runtimePlatform: { cpuArchitecture: 'ARM64' } }, "runtimePlatform.cpuArchitecture is 'ARM64', it must be an ecs.CpuArchitecture",
    'pass an ecs.CpuArchitecture: ecs.CpuArchitecture.ARM64'],
  [{ environment: { SECRET: new (class {})() } }, 'environment.SECRET is an object, it must be a text', 'pass a text as SECRET'],
  [{ placementConstraints: ['distinctInstance'] }, "placementConstraints[0] is 'distinctInstance', it must be an ecs.PlacementConstraint",
    'pass an ecs.PlacementConstraint: ecs.PlacementConstraint.distinctInstances()'],
  [{ testTraffic: 9001 }, 'testTraffic is of the type number, it must be a TestTraffic', 'pass a TestTraffic: TestTraffic.onPort(9001)'],
  [{ earlySuccess: {} }, 'earlySuccess.healthyPercent is left out, it is required', 'pass healthyPercent: { healthyPercent: 100 }'],
  [{ stopTimeout: Object.create(null) }, 'stopTimeout is an object, it must be a Duration', 'use Duration.seconds(30)'],
  [{ stopTimeout: ' ' }, "stopTimeout is ' ', it must be a Duration", 'use Duration.seconds(30)'],
  [{ environment: { PORT: Object.create(null) } }, 'environment.PORT is an object, it must be a text', 'pass a text as PORT'],
])('%j is refused with its place, its kind and the fix', (props, headline, fix) => {
  const message = (() => { try { return String(read(props)); } catch (error) { return (error as Error).message; } })();
  expect(message.split('\n')[0]).toBe(headline);
  expect(message).toContain(`fix:  ${fix}`);
});

test('a construct is no group of options', () => {
  const logging = new Construct(new Stack(), 'LogGroup');
  expect(() => read({ logging })).toThrow('logging is of the class Construct, it must be an object of options');
});

test.each([
  [{ environment: { command: 'npm start', timeout: '5' } }],
  [{ headers: { ports: ['a'], timeout: ['5'] } }],
  [{ config: { interval: 30, ports: 'all' } }],
])('names that the user chooses are no properties: %j', (props) => {
  expect(read(props)).toBe(props);
});

test('tokens have every shape', () => {
  const stack = new Stack();
  const props = {
    command: Token.asList({ Ref: 'Command' }),
    environment: { A: new CfnParameter(stack, 'A').valueAsString },
    stopTimeout: Duration.seconds(Token.asNumber({ Ref: 'Seconds' })),
    alarms: Token.asList({ Ref: 'Alarms' }),
  };
  expect(read(props)).toBe(props);
});

import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import type { Stack } from 'aws-cdk-lib/core';
import { clusterOf, sn, worker, zoneOf } from './values';
import * as library from '../../src';
import { IMAGE, testStack } from '../support/stacks';

type Props = { readonly [name: string]: unknown };

/** A construct or a factory as JavaScript calls it, with properties that are right. */
interface Entry {
  readonly call: (stack: Stack, props: any) => unknown; // JavaScript checks no types
  readonly props: (stack: Stack) => Props;
  readonly required: readonly string[];
}

const SERVICE = ['taskRoles', 'vpcSubnets', 'securityGroups', 'logging', 'command', 'environment', 'secrets', 'healthCheck', 'dependsOn', 'stopTimeout', 'sidecars',
  'containerName', 'containerPorts', 'desiredCount', 'deployment', 'enableExecuteCommand', 'serviceName', 'family', 'cpu', 'memoryReservationMiB', 'logDriver'];
const ofTask = (stack: Stack) => ({ cluster: clusterOf(stack), image: IMAGE });
const ofWeb = (stack: Stack) => ({ ...ofTask(stack), containerPort: 80, ingress: library.Ingress.publicHttp() });
const all = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, undefined]));
const dns = (stack: Stack) => cloudmap.PrivateDnsNamespace.fromPrivateDnsNamespaceAttributes(stack, 'Dns', {
  namespaceId: 'ns-2', namespaceName: 'shop.local', namespaceArn: 'arn:aws:servicediscovery:eu-west-1:123456789012:namespace/ns-2',
});

const CONSTRUCTS: { readonly [name: string]: Omit<Entry, 'call'> } = {
  FargateWebService: {
    props: (stack) => ({ ...ofWeb(stack), ...all([...SERVICE, 'size', 'runtimePlatform', 'targetHealthCheck', 'deregistrationDelay', 'healthCheckGracePeriod', 'targetContainerName']) }),
    required: ['cluster', 'image', 'ingress', 'containerPort'],
  },
  FargateWorkerService: { props: (stack) => ({ ...ofTask(stack), ...all(SERVICE) }), required: ['cluster', 'image'] },
  Ec2WebService: {
    props: (stack) => ({ ...ofWeb(stack), ...all([...SERVICE, 'capacity', 'networkMode', 'placementStrategies', 'placementConstraints']), memoryLimitMiB: 256 }),
    required: ['cluster', 'image', 'ingress', 'containerPort'],
  },
  Ec2WorkerService: { props: (stack) => ({ ...ofTask(stack), ...all(SERVICE), memoryLimitMiB: 256 }), required: ['cluster', 'image'] },
  OneOffTask: { props: (stack) => ({ ...ofTask(stack), ...all(SERVICE) }), required: ['cluster', 'image'] },
  AdditionalTarget: {
    props: (stack) => ({ service: worker()(stack), ingress: library.Ingress.publicHttp(), containerPort: 9000, ...all(['containerName', 'deregistrationDelay', 'targetHealthCheck']) }),
    required: ['service', 'ingress', 'containerPort'],
  },
  NetworkIngress: {
    props: (stack) => ({ service: worker()(stack), listeners: [{ port: 80, healthCheck: null, containerPort: null }], ...all(['internal', 'allowFrom', 'vpcSubnets', 'domainName', 'hostedZone', 'elasticIpAllocationIds']) }),
    required: ['service', 'listeners'],
  },
  LatticeIngress: {
    props: (stack) => ({ service: worker()(stack), prefixList: ec2.Peer.prefixList('pl-1'), serviceNetworkIdentifiers: [sn('1')], ...all(['healthCheck', 'containerPort', 'infrastructureRole']) }),
    required: ['service', 'prefixList'],
  },
  HttpApiIngress: {
    props: (stack) => ({ service: worker()(stack), target: library.HttpApiTarget.tasks({ dnsNamespace: dns(stack), name: 'orders' }), ...all(['httpApi', 'routes', 'authorizer', 'vpcSubnets', 'vpcLink']) }),
    required: ['service', 'target'],
  },
  CloudMapDiscovery: {
    props: (stack) => ({ service: worker()(stack), dnsNamespace: dns(stack), name: 'orders', ...all(['dnsTtl', 'containerPort', 'allowFrom']) }),
    required: ['service', 'dnsNamespace', 'name'],
  },
  ServiceConnectDiscovery: {
    props: (stack) => ({ service: worker()(stack), namespace: dns(stack), endpoints: [{ name: 'orders', allowFrom: null, tls: null }], ...all(['logDriver', 'accessLog']) }),
    required: ['service', 'namespace'],
  },
  SharedLoadBalancer: {
    props: (stack) => ({ vpc: clusterOf(stack).vpc, hostedZone: zoneOf(stack), ...all(['certificates', 'domainName', 'sslPolicy', 'mutualAuthentication', 'protocol', 'allowFrom', 'vpcSubnets']) }),
    required: ['vpc'],
  },
  Ec2Capacity: {
    props: (stack) => ({
      cluster: new ecs.Cluster(stack, 'Own', { vpc: clusterOf(stack).vpc }), instanceType: new ec2.InstanceType('m7g.large'), ...all(['minCapacity', 'maxCapacity', 'instanceWarmupPeriod', 'vpcSubnets']),
    }),
    required: ['cluster'],
  },
  PreDeployTask: {
    props: (stack) => ({ service: worker()(stack), task: new library.OneOffTask(stack, 'Migration', ofTask(stack)), ...all(['timeout', 'runOnRollback']) }),
    required: ['service', 'task'],
  },
  CpuTargetScaling: { props: (stack) => ({ service: worker()(stack), ...all(['minCapacity', 'maxCapacity', 'targetUtilizationPercent', 'scaleInCooldown']) }), required: ['service'] },
};

const factory = (call: Entry['call'], props: Entry['props'], required: readonly string[]): Entry => ({ call, props, required });

const ENTRIES: readonly (readonly [string, Entry])[] = [
  ...Object.entries(CONSTRUCTS).map(([name, rest]): readonly [string, Entry] => [name, {
    ...rest, call: (stack, props) => new (library as unknown as { [name: string]: new (...args: unknown[]) => unknown })[name](stack, 'It', props),
  }]),
  ['Ingress.publicHttps', factory((_, props) => library.Ingress.publicHttps(props), (stack) => ({ domainName: 'app.example.com', hostedZone: zoneOf(stack) }), ['domainName'])],
  ['Ingress.publicHttp', factory((_, props) => library.Ingress.publicHttp(props), () => all(['allowFrom', 'idleTimeout', 'vpcSubnets']), [])],
  ['Ingress.shared', factory((_, props) => library.Ingress.shared(props), (stack) => ({
    loadBalancer: new library.SharedLoadBalancer(stack, 'Shared', { vpc: clusterOf(stack).vpc, hostedZone: zoneOf(stack) }), hostNames: ['a.example.com'],
  }), ['loadBalancer'])],
  ['Deployment.rolling', factory((_, props) => library.Deployment.rolling(props), () => all(['minHealthyPercent', 'alarms', 'hooks', 'circuitBreaker']), [])],
  ['Deployment.blueGreen', factory((_, props) => library.Deployment.blueGreen(props), () => all(['bakeTime', 'testTraffic', 'hooks']), [])],
  ['Deployment.canary', factory((_, props) => library.Deployment.canary(props), () => all(['canaryPercent', 'canaryBakeTime', 'bakeTime']), [])],
  ['Deployment.codeDeploy', factory((_, props) => library.Deployment.codeDeploy(props), () => all(['alarms', 'application', 'terminationWaitTime']), [])],
];

/** Our error, or none: what else a call ends with is a defect. */
function outcomeOf(call: () => unknown): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    const { message, constructor } = error as Error;
    expect({ kind: constructor.name, message }).toEqual({ kind: 'Error', message: expect.stringMatching(/^[^\n]+\n {2}at: {3}\S/) });
    return message;
  }
}

describe.each(ENTRIES)('%s from JavaScript', (_name, { call, props, required }) => {
  test('takes what is right', () => {
    const stack = testStack();
    expect(outcomeOf(() => call(stack, props(stack)))).toBeUndefined();
  });

  test.each([[undefined], [null]])('names what is required, for %s', (nothing) => {
    const message = outcomeOf(() => call(testStack(), nothing));
    if (required.length > 0) expect(message).toContain(`${required[0]} is left out`);
    else expect(message).toBeUndefined();
  });

  test('takes null for left out', () => {
    for (const name of Object.keys(props(testStack()))) {
      const said = [null, undefined].map((nothing) => {
        const stack = testStack();
        return outcomeOf(() => call(stack, { ...props(stack), [name]: nothing }));
      });
      expect(said[0]).toBe(said[1]);
      if (required.includes(name)) expect(said[0]).toContain(`${name} is left out`);
    }
  });
});

test.each([
  ['image', 'nginx:1.27', "image is 'nginx:1.27', it must be an ecs.ContainerImage"],
  ['deployment', 'canary', "deployment is 'canary', it must be a Deployment"],
  ['ingress', 'public', "ingress is 'public', it must be an Ingress"],
  ['healthCheckGracePeriod', 60, 'healthCheckGracePeriod is 60, it must be a Duration'],
  ['stopTimeout', 60, 'stopTimeout is 60, it must be a Duration'],
  ['serviceName', 5, 'serviceName is 5, it must be a text'],
  ['cluster', 'shop', "cluster is 'shop', it must be an ecs.ICluster"],
  ['user', 1000, 'user is 1000, it must be a text'],
  ['logDriver', 'awslogs', "logDriver is 'awslogs', it must be an ecs.LogDriver"],
  ['credentialSpec', 'domain', "credentialSpec is 'domain', it must be an ecs.CredentialSpec"],
  ['taskRoles', {}, 'taskRoles is of the type object, it must be a TaskRoleBundle'],
])('%s of another kind is refused', (property, value, words) => {
  const stack = testStack();
  expect(outcomeOf(() => new library.FargateWebService(stack, 'Web', { ...ofWeb(stack), [property]: value } as any))).toContain(words); // no types in JavaScript
});

test('a service of the CDK is to be wrapped', () => {
  const stack = testStack();
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: IMAGE, portMappings: [{ containerPort: 80 }] });
  const service = new ecs.FargateService(stack, 'Plain', { cluster: clusterOf(stack), taskDefinition });
  const message = outcomeOf(() => new library.CpuTargetScaling(stack, 'Cpu', { service: service as any })); // no types in JavaScript
  expect(message).toContain('service is of the class FargateService');
  expect(message).toContain('EcsWorkload.fromService(service)');
});

test('an imported service has no tasks that parts could see', () => {
  const stack = testStack();
  const service = ecs.FargateService.fromFargateServiceAttributes(stack, 'Imported', { cluster: clusterOf(stack), serviceName: 'shop' });
  expect(outcomeOf(() => library.EcsWorkload.fromService(service as any))).toContain('service is imported'); // no types in JavaScript
});

test.each<[string, (stack: Stack) => unknown]>([
  ['an argument', (stack) => new library.FargateWebService(stack, 'Web', { ...ofWeb(stack), desiredCount: -1 })],
  ['a guard', (stack) => new library.FargateWebService(stack, 'Web', { ...ofWeb(stack), environment: { AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' } })],
])('the trace of an error about %s begins in the code of the app', (_what, build) => {
  const stack = testStack();
  let error = new Error();
  try {
    build(stack);
  } catch (thrown) {
    error = thrown as Error;
  }
  const frames = error.stack!.split('\n').filter((line) => line.startsWith('    at '));
  expect(error.stack).toContain(`Error: ${error.message}`);
  expect(frames[0]).toContain(__filename);
});

test.each<[string, (stack: Stack) => unknown, string]>([
  ['a capacity of instances on Fargate', (stack) => new library.FargateWorkerService(stack, 'Web', { ...ofTask(stack), capacity: 'FARGATE_SPOT' } as any),
    "capacity is 'FARGATE_SPOT', it must be a FargateMix"],
  ['a size as a text', (stack) => new library.FargateWorkerService(stack, 'Web', { ...ofTask(stack), size: '512/1024' } as any), "size is '512/1024', it must be a FargateSize"],
  ['no security group', (stack) => new library.FargateWorkerService(stack, 'Web', { ...ofTask(stack), securityGroups: [] }), 'securityGroups is empty'],
  ['an image without a name', (stack) => new library.FargateWorkerService(stack, 'Web', { ...ofTask(stack), image: ecs.ContainerImage.fromRegistry('') }),
    'image has an empty name'],
  ['a sidecar without a name', (stack) => new library.FargateWorkerService(stack, 'Web', { ...ofTask(stack), sidecars: [{ image: IMAGE } as any] }),
    'sidecars[0].containerName is left out, it is required'],
  ['a listener without its security group', (stack) => new library.FargateWebService(stack, 'Web', {
    ...ofWeb(stack),
    ingress: library.Ingress.existingListener({
      listener: elbv2.ApplicationListener.fromApplicationListenerAttributes(stack, 'Listener', { listenerArn: 'arn:aws:elasticloadbalancing:eu-west-1:1:listener/app/a/1/2' } as any),
      priority: 1,
      pathPatterns: ['/*'],
    }),
  }), 'ingress.listener is imported without its securityGroup'],
  ['an action without a schedule', (stack) => new library.ScheduledScaling(stack, 'Office', { service: worker()(stack), actions: [{ schedule: 'rate(1 day)', minCapacity: 1 } as any] }),
    "actions[0].schedule is 'rate(1 day)', it must be a Schedule"],
  ['a load balancer of the CDK as a shared one', (stack) => new library.FargateWebService(stack, 'Web', {
    ...ofWeb(stack), ingress: library.Ingress.shared({ loadBalancer: { loadBalancerArn: 'arn' } as any, pathPatterns: ['/*'] }),
  }), 'ingress.loadBalancer is of the type object, it must be a SharedLoadBalancer'],
  ['a URL to connect to', (stack) => worker()(stack).connectTo('http://api' as any), "connectTo is called with 'http://api', it must be a service"],
  ['nothing to connect to', (stack) => worker()(stack).connectTo(undefined as any), 'connectTo is called with undefined, it must be a service'],
  ['no app for the rule pack', () => library.EcsGuardrails.applyTo(undefined as any), 'scope is of the type undefined, it must be a construct'],
])('%s is refused', (_what, call, words) => {
  const stack = testStack();
  expect(outcomeOf(() => call(stack))).toContain(words);
});

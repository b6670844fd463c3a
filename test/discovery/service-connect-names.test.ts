import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { Duration, type Stack } from 'aws-cdk-lib/core';
import { discovery, namespaceOf, onEc2, worker } from './service-connect-app';
import {
  EcsWorkload, ServiceConnectDiscovery, ServiceConnectProtocol, type IEcsWorkload, type ServiceConnectDiscoveryProps, type ServiceConnectEndpoint,
} from '../../src';
import { refusalOf } from '../support/refusals';
import { IMAGE, testCluster, testStack } from '../support/stacks';

describe('the order of services', () => {
  const dependsOn = (stack: Stack, id: string) => Object.entries(Template.fromStack(stack).findResources('AWS::ECS::Service'))
    .filter(([logicalId]) => logicalId.startsWith(id)).flatMap(([, { DependsOn }]) => DependsOn as string[]).filter((on) => on.includes('Service'));

  test('a client without connectTo waits for all servers, in any order of definition', () => {
    const stack = testStack();
    discovery(stack, worker(stack, 'Web'), {}, 'WebDiscovery');
    discovery(stack, worker(stack, 'Catalog'), { endpoints: [{ name: 'catalog' }] }, 'CatalogDiscovery');
    discovery(stack, worker(stack, 'Orders'), { endpoints: [{ name: 'orders' }] }, 'OrdersDiscovery');
    expect(dependsOn(stack, 'Web')).toEqual([expect.stringMatching(/^CatalogService/), expect.stringMatching(/^OrdersService/)]);
    expect(dependsOn(stack, 'Orders')).toEqual([]);
  });

  test('a caller that is allowed waits only for the service that it calls', () => {
    const stack = testStack();
    const web = worker(stack, 'Web');
    discovery(stack, web, {}, 'WebDiscovery');
    discovery(stack, worker(stack, 'Catalog'), { endpoints: [{ name: 'catalog', allowFrom: [web] }] }, 'CatalogDiscovery');
    discovery(stack, worker(stack, 'Orders'), { endpoints: [{ name: 'orders' }] }, 'OrdersDiscovery');
    expect(dependsOn(stack, 'Web')).toEqual([expect.stringMatching(/^CatalogService/)]);
  });

  test('so does a plain service that is allowed', () => {
    const stack = testStack();
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
    taskDefinition.addContainer('app', { image: IMAGE });
    const plain = new ecs.FargateService(stack, 'Plain', { cluster: testCluster(stack), taskDefinition });
    discovery(stack, EcsWorkload.fromService(plain), {}, 'PlainDiscovery');
    discovery(stack, worker(stack, 'Catalog'), { endpoints: [{ name: 'catalog', allowFrom: [plain] }] }, 'CatalogDiscovery');
    discovery(stack, worker(stack, 'Orders'), { endpoints: [{ name: 'orders' }] }, 'OrdersDiscovery');
    expect(dependsOn(stack, 'Plain')).toEqual([expect.stringMatching(/^CatalogService/)]);
  });

  test('servers of another namespace are none of its business', () => {
    const stack = testStack();
    discovery(stack, worker(stack, 'Web'), {}, 'WebDiscovery');
    discovery(stack, worker(stack, 'Catalog'), {
      namespace: new cloudmap.HttpNamespace(stack, 'Other', { name: 'other' }), endpoints: [{ name: 'catalog' }],
    }, 'CatalogDiscovery');
    expect(dependsOn(stack, 'Web')).toEqual([]);
  });
});

describe('names', () => {
  const taken = (stack: Stack, second: ServiceConnectEndpoint, props: Partial<ServiceConnectDiscoveryProps> = {}) => {
    discovery(stack, worker(stack, 'Catalog'), { endpoints: [{ name: 'catalog', dnsName: 'shop', port: 80 }] }, 'First');
    const service = worker(stack, 'Orders');
    const namespace = namespaceOf(stack);
    return (scope: Stack, id: string) => new ServiceConnectDiscovery(scope, id, { service, namespace, endpoints: [second], ...props });
  };

  test.each<[string, ServiceConnectEndpoint, string]>([
    ['the name', { name: 'catalog', port: 81 }, "endpoints[catalog].name is 'catalog'"],
    ['the host name and the port', { name: 'orders', dnsName: 'shop', port: 80 }, "endpoints[orders].dnsName is 'shop:80'"],
  ])('%s of another service of the namespace is refused', (_, second, words) => {
    const stack = testStack();
    const create = taken(stack, second);
    expect(refusalOf(stack, 'Second', (scope, id) => create(scope as Stack, id)))
      .toContain(`${words}, which 'Shop/First' has in the namespace already [sc-alias-taken]`);
  });

  test('the same namespace is known by its ARN', () => {
    const stack = testStack();
    const create = taken(stack, { name: 'catalog' }, { namespace: namespaceOf(stack, 'Again') });
    expect(refusalOf(stack, 'Second', (scope, id) => create(scope as Stack, id))).toContain('[sc-alias-taken]');
  });

  test('the same host name at another port, or in another namespace, is allowed', () => {
    const stack = testStack();
    taken(stack, { name: 'orders', dnsName: 'shop', port: 81 })(stack, 'Second');
    discovery(stack, worker(stack, 'Other'), {
      namespace: new cloudmap.HttpNamespace(stack, 'OtherNamespace', { name: 'other' }), endpoints: [{ name: 'catalog', dnsName: 'shop', port: 80 }],
    }, 'Third');
    expect(() => Template.fromStack(stack)).not.toThrow();
  });

  test('two endpoints of one service may not share one either', () => {
    const stack = testStack();
    const service = worker(stack, 'Catalog', [80, 81]);
    const message = refusalOf(stack, 'Discovery', (scope, id) => new ServiceConnectDiscovery(scope, id, {
      service, namespace: namespaceOf(stack), endpoints: [{ name: 'one', dnsName: 'shop', port: 80 }, { name: 'two', dnsName: 'shop', port: 80, containerPort: 81 }],
    }));
    expect(message).toContain("endpoints[two].dnsName is 'shop:80', which another endpoint here has in the namespace already");
  });
});

describe('is refused', () => {
  const refused = (service: IEcsWorkload, stack: Stack, props: Partial<ServiceConnectDiscoveryProps>) => refusalOf(
    stack, 'Discovery', (scope, id) => new ServiceConnectDiscovery(scope, id, { service, namespace: namespaceOf(stack), ...props }));

  test.each<[Partial<ServiceConnectEndpoint>, string]>([
    [{ name: 'Catalog' }, 'discoveryName (Catalog) is not 1 to 64 lowercase letters, digits, underscores and hyphens'],
    [{ dnsName: '-a' }, 'dnsName (-a) is not 1 to 127 lowercase letters'],
    [{ containerPort: 9090 }, "endpoints[catalog].containerPort is 9090, which container 'app' does not map as TCP [sc-port-name]"],
    [{ containerName: 'nobody' }, "endpoints[catalog].containerName is 'nobody', no container of the task is called that"],
    [{ port: 0 }, 'endpoints[catalog].port is 0, it must be a whole number from 1 to 65535'],
    [{ ingressPortOverride: 443 }, 'endpoints[catalog].ingressPortOverride is 443, it must be a whole number from 1025 to 65535'],
    [{ perRequestTimeout: Duration.millis(1500) }, 'endpoints[catalog].perRequestTimeout is 1.5 seconds'],
    [{ appProtocol: ServiceConnectProtocol.TCP, perRequestTimeout: Duration.seconds(3) }, 'perRequestTimeout (3 seconds) is not for port catalog, which speaks TCP [sc-15s-timeout]'],
  ])('with the endpoint %j', (endpoint, words) => {
    const stack = testStack();
    expect(refused(worker(stack), stack, { endpoints: [{ name: 'catalog', ...endpoint }] })).toContain(words);
  });

  test('without a port', () => {
    const stack = testStack();
    expect(refused(worker(stack, 'Catalog', []), stack, { endpoints: [{ name: 'catalog' }] }))
      .toContain("endpoints[catalog].containerPort is left out, and container 'app' has no port [sc-port-name]");
  });

  test('for a port that is called something else', () => {
    const stack = testStack();
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
    taskDefinition.addContainer('app', { image: IMAGE, portMappings: [{ containerPort: 80, name: 'web' }] });
    const plain = EcsWorkload.fromService(new ecs.FargateService(stack, 'Plain', { cluster: testCluster(stack), taskDefinition }));
    expect(refused(plain, stack, { endpoints: [{ name: 'catalog', portName: 'http' }] })).toContain("endpoints[catalog].portName is 'http', the port mapping has 'web'");
    expect(refused(plain, stack, { endpoints: [{ name: 'catalog', appProtocol: ServiceConnectProtocol.HTTP }] }))
      .toContain("endpoints[catalog].appProtocol is 'http', the port mapping has 'tcp'");
  });

  test('in host mode', () => {
    const stack = testStack();
    expect(refused(onEc2(stack, ecs.NetworkMode.HOST), stack, {})).toContain('networkMode (host) leaves the Service Connect proxy no network, use awsvpc or bridge');
  });

  test('on Windows', () => {
    const stack = testStack();
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', {
      cpu: 1024, memoryLimitMiB: 2048, runtimePlatform: { operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE },
    });
    taskDefinition.addContainer('app', { image: IMAGE });
    const plain = new ecs.FargateService(stack, 'Plain', { cluster: testCluster(stack), taskDefinition });
    expect(refused(EcsWorkload.fromService(plain), stack, {})).toContain('operatingSystemFamily (WINDOWS_SERVER_2022_CORE) has no Service Connect');
  });

  test('with the CodeDeploy controller', () => {
    const stack = testStack();
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
    taskDefinition.addContainer('app', { image: IMAGE });
    const plain = new ecs.FargateService(stack, 'Plain', {
      cluster: testCluster(stack), taskDefinition, deploymentController: { type: ecs.DeploymentControllerType.CODE_DEPLOY },
    });
    expect(refused(EcsWorkload.fromService(plain), stack, {})).toContain('serviceConnect (enabled) is only for the ECS controller [dpl-codedeploy-controller-rules]');
  });

  test('twice', () => {
    const stack = testStack();
    const service = worker(stack);
    discovery(stack, service, {}, 'First');
    expect(refused(service, stack, {})).toContain('service has Service Connect on already');
  });

  test('without a namespace', () => {
    const stack = testStack();
    const service = worker(stack);
    const message = refusalOf(stack, 'Discovery', (scope, id) => new ServiceConnectDiscovery(scope, id, { service }));
    expect(message).toContain('namespace is left out, and the cluster has no default namespace');
  });
});

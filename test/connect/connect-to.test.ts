import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { App, Stack } from 'aws-cdk-lib/core';
import { deployAfter, Services } from './services';
import { environmentOf, rulesOf } from './templates';
import { Ec2WorkerService, EcsWorkload, FargateWorkerService, Ingress, ServiceConnectDiscovery, ServiceConnectProtocol } from '../../src';
import { variableFor } from '../../src/connect/environment-variable';
import { messageOf } from '../support/refusals';
import { IMAGE, testStack } from '../support/stacks';

function dependencyOf(stack: Stack, id: string): string[] {
  const [service] = Object.entries(Template.fromStack(stack).findResources('AWS::ECS::Service')).filter(([logicalId]) => logicalId.startsWith(id));
  return (service[1].DependsOn as string[]).flatMap((on) => /^([A-Z][a-z]+)Service/.exec(on)?.[1] ?? []);
}

describe('through Service Connect', () => {
  test('the URL is passed, the port opened, and the server created first', () => {
    const stack = testStack();
    const services = new Services(stack);
    const web = services.inMesh(services.worker('Web'));
    const catalog = services.inMesh(services.worker('Catalog'), { name: 'order-catalog', port: 9000 });
    expect(web.connectTo(catalog)).toEqual({ hostName: 'order-catalog', port: 9000, url: 'http://order-catalog:9000' });
    expect(environmentOf(stack, 'Web')).toEqual({ ORDER_CATALOG_URL: 'http://order-catalog:9000' });
    expect(environmentOf(stack, 'Catalog')).toEqual({});
    expect(rulesOf(stack)).toEqual([{ to: 'Catalog', from: 'Web', port: 8080 }]);
    expect([dependencyOf(stack, 'Web'), dependencyOf(stack, 'Catalog')]).toEqual([['Catalog'], []]);
  });

  test('the port of HTTP is left out of the URL, another scheme and variable can be had', () => {
    const stack = testStack();
    const services = new Services(stack);
    const web = services.inMesh(services.worker('Web'));
    const cache = services.inMesh(services.worker('Cache'), { name: 'cache', port: 6379, appProtocol: ServiceConnectProtocol.TCP });
    const catalog = services.inMesh(services.worker('Catalog'), { name: 'catalog', port: 80 });
    expect(web.connectTo(catalog).url).toBe('http://catalog');
    expect(web.connectTo(cache).url).toBe('tcp://cache:6379');
    web.connectTo(cache, { scheme: 'redis', environmentVariable: 'REDIS' });
    expect(environmentOf(stack, 'Web')).toEqual({ CATALOG_URL: 'http://catalog', CACHE_URL: 'tcp://cache:6379', REDIS: 'redis://cache:6379' });
  });

  test('two services that call each other wait for neither, and others go on waiting', () => {
    const stack = testStack();
    const services = new Services(stack);
    const [a, b, c] = ['Able', 'Baker', 'Charlie'].map((id) => services.inMesh(services.worker(id), { name: id.toLowerCase() }));
    a.connectTo(b);
    b.connectTo(a);
    c.connectTo(a);
    expect(['Able', 'Baker', 'Charlie'].map((id) => dependencyOf(stack, id))).toEqual([[], [], ['Able']]);
    expect(rulesOf(stack)).toHaveLength(3);
  });

  test('works on plain services', () => {
    const stack = testStack();
    const services = new Services(stack);
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'WebTask');
    taskDefinition.addContainer('web', { image: IMAGE });
    const web = EcsWorkload.fromService(new ecs.FargateService(stack, 'Web', { cluster: services.cluster, taskDefinition }));
    new ServiceConnectDiscovery(stack, 'WebConnect', { service: web, namespace: services.mesh });
    web.connectTo(services.inMesh(services.worker('Catalog'), { name: 'catalog' }));
    expect(environmentOf(stack, 'Web')).toEqual({ CATALOG_URL: 'http://catalog:8080' });
    expect(dependencyOf(stack, 'Web')).toEqual(['Catalog']);
  });
});

describe('through Cloud Map', () => {
  test('the name with the namespace is passed, and no service waits', () => {
    const stack = testStack();
    const services = new Services(stack);
    const web = services.worker('Web');
    web.connectTo(services.inDns(services.worker('Catalog'), 'catalog'));
    expect(environmentOf(stack, 'Web')).toEqual({ CATALOG_URL: 'http://catalog.shop.local:8080' });
    expect(rulesOf(stack)).toEqual([{ to: 'Catalog', from: 'Web', port: 8080 }]);
    expect(dependencyOf(stack, 'Web')).toEqual([]);
  });

  test('Service Connect comes first where both are in it', () => {
    const stack = testStack();
    const services = new Services(stack);
    const catalog = services.inMesh(services.inDns(services.worker('Catalog'), 'catalog'), { name: 'catalog' });
    expect(services.inMesh(services.worker('Web')).connectTo(catalog).hostName).toBe('catalog');
    expect(services.worker('Other').connectTo(catalog).hostName).toBe('catalog.shop.local');
  });

  test('a service with the ports of instances has no address to hand over', () => {
    const stack = testStack();
    const services = new Services(stack);
    const catalog = services.inDns(new Ec2WorkerService(stack, 'Catalog', {
      cluster: services.cluster, image: IMAGE, memoryLimitMiB: 256, networkMode: ecs.NetworkMode.BRIDGE, containerPorts: [8080],
    }), 'catalog');
    expect(messageOf(() => services.worker('Web').connectTo(catalog))).toContain("'Shop/Catalog' has no address yet that other services can call");
  });
});

describe('through a load balancer', () => {
  const certificate = (stack: Stack) => acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:123456789012:certificate/1');

  test('an internal one allows the caller', () => {
    const stack = testStack();
    const services = new Services(stack);
    const web = services.worker('Web');
    web.connectTo(services.web('OrderApi', Ingress.internalHttps({ domainName: 'orders.internal', certificate: certificate(stack) })));
    expect(environmentOf(stack, 'Web')).toEqual({ ORDER_API_URL: 'https://orders.internal' });
    expect(rulesOf(stack)).toEqual([{ to: 'Api', from: 'Web', port: 443 }]);
  });

  test('one without a domain name is called by its own', () => {
    const stack = testStack();
    const services = new Services(stack);
    const api = services.web('Api', Ingress.internalHttp());
    services.worker('Web').connectTo(api);
    expect(environmentOf(stack, 'Web')).toEqual({ API_URL: { 'Fn::Join': ['', ['http://', stack.resolve(api.loadBalancer.loadBalancerDnsName)]] } });
  });

  test('a public one is called over the internet: no rule could name the caller', () => {
    const stack = testStack();
    const services = new Services(stack);
    const closed = new ec2.SecurityGroup(stack, 'Closed', { vpc: services.cluster.vpc, allowAllOutbound: false });
    const web = new FargateWorkerService(stack, 'Web', { cluster: services.cluster, image: IMAGE, securityGroups: [closed] });
    web.connectTo(services.web('Api', Ingress.publicHttps({ domainName: 'api.example.com', certificate: certificate(stack) })));
    expect(rulesOf(stack)).toEqual([]);
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupEgress: [Match.objectLike({ CidrIp: '0.0.0.0/0', FromPort: 443, ToPort: 443 })],
    });
  });
});

describe('across stacks', () => {
  function two(): readonly [Services, Services] {
    const app = new App({ analyticsReporting: false });
    return [new Services(new Stack(app, 'Front')), new Services(new Stack(app, 'Back'))];
  }

  test('the stack of the caller comes later, with the rules in it', () => {
    const [front, back] = two();
    const web = front.inMesh(front.worker('Web'));
    web.connectTo(back.inMesh(back.worker('Catalog'), { name: 'catalog' }));
    expect(rulesOf(front.stack)).toEqual([{ to: 'Catalog', from: 'Web', port: 8080 }]);
    expect(rulesOf(back.stack)).toEqual([]);
    expect(front.stack.dependencies).toEqual([back.stack]);
  });

  test('a caller without outbound access gets a rule, and one with access causes no warning', () => {
    const [front, back] = two();
    const catalog = back.inDns(back.worker('Catalog'), 'catalog');
    const securityGroups = [new ec2.SecurityGroup(front.stack, 'ClosedSecurityGroup', { vpc: front.cluster.vpc, allowAllOutbound: false })];
    new FargateWorkerService(front.stack, 'Closed', { cluster: front.cluster, image: IMAGE, securityGroups }).connectTo(catalog);
    front.worker('Open').connectTo(catalog);
    Template.fromStack(front.stack).resourceCountIs('AWS::EC2::SecurityGroupEgress', 1);
    Template.fromStack(back.stack).resourceCountIs('AWS::EC2::SecurityGroupEgress', 0);
    Annotations.fromStack(front.stack).hasNoWarning('*', Match.stringLikeRegexp('Egress'));
  });

  test('two services that call each other make no cycle', () => {
    const [front, back] = two();
    const web = front.inMesh(front.worker('Web'), { name: 'web' });
    const catalog = back.inMesh(back.worker('Catalog'), { name: 'catalog' });
    web.connectTo(catalog);
    catalog.connectTo(web);
    expect(rulesOf(front.stack)).toEqual(expect.arrayContaining([
      { to: 'Catalog', from: 'Web', port: 8080 }, { to: 'Web', from: 'Catalog', port: 8080 },
    ]));
    expect(environmentOf(back.stack, 'Catalog')).toEqual({ WEB_URL: 'http://web:8080' });
    expect([front.stack.dependencies, back.stack.dependencies]).toEqual([[back.stack], []]);
  });

  test('the order of stacks that the user set is kept', () => {
    const [front, back] = two();
    deployAfter(back.stack, front.stack);
    front.inMesh(front.worker('Web')).connectTo(back.inMesh(back.worker('Catalog'), { name: 'catalog' }));
    expect(rulesOf(back.stack)).toEqual([{ to: 'Catalog', from: 'Web', port: 8080 }]);
    expect(front.stack.dependencies).toEqual([]);
  });

  test('three that call each other in a circle make none either', () => {
    const [front, back] = two();
    const middle = new Services(new Stack(front.stack.node.root as App, 'Middle'));
    const [a, b, c] = ([['Able', front], ['Baker', middle], ['Charlie', back]] as const).map(([id, services]) => (
      services.inMesh(services.worker(id), { name: id.toLowerCase() })));
    a.connectTo(b);
    b.connectTo(c);
    c.connectTo(a);
    expect(rulesOf(front.stack)).toEqual(expect.arrayContaining([{ to: 'Baker', from: 'Able', port: 8080 }, { to: 'Able', from: 'Charlie', port: 8080 }]));
    expect(back.stack.dependencies).toEqual([]);
  });

  test('an address that only the deployment knows goes one way', () => {
    const [front, back] = two();
    const api = back.web('Api', Ingress.internalHttp());
    const web = front.web('Web', Ingress.internalHttp());
    web.connectTo(api);
    expect(messageOf(() => api.connectTo(web))).toContain("'Front/Web' has an address that is known only at deployment");
    expect(rulesOf(front.stack)).toContainEqual({ to: 'Api', from: 'Web', port: 80 });
    expect(front.stack.dependencies).toEqual([back.stack]);
  });

  test('an address that is known too late is refused', () => {
    const [front, back] = two();
    deployAfter(back.stack, front.stack);
    const api = back.web('Api', Ingress.internalHttp());
    expect(messageOf(() => front.worker('Web').connectTo(api)))
      .toContain("'Back/Api' has an address that is known only at deployment, and its stack is deployed after this one");
  });
});

describe('is refused', () => {
  test('for a service without a name', () => {
    const services = new Services(testStack());
    const message = messageOf(() => services.worker('Web').connectTo(services.worker('Catalog')));
    expect(message).toContain("'Shop/Catalog' has no address yet that other services can call");
    expect(message).toContain('at:   Shop/Web (connectTo)');
  });

  test('for the service itself', () => {
    const services = new Services(testStack());
    const web = services.inDns(services.worker('Web'), 'web');
    expect(messageOf(() => web.connectTo(web))).toContain("connectTo is called for 'Shop/Web' itself");
  });

  test('for a namespace that the caller is not in', () => {
    const services = new Services(testStack());
    const catalog = services.inMesh(services.worker('Catalog'), { name: 'catalog' });
    expect(messageOf(() => services.worker('Web').connectTo(catalog)))
      .toContain("'Shop/Catalog' is reached through Service Connect, and 'Shop/Web' is not in its namespace");
  });

  test('for one of two endpoints, unless one is named', () => {
    const services = new Services(testStack());
    const web = services.inMesh(services.worker('Web'));
    const catalog = services.inMesh(services.worker('Catalog'), { name: 'catalog' }, { name: 'admin', port: 1 });
    expect(messageOf(() => web.connectTo(catalog))).toContain("'Shop/Catalog' can be called at 'catalog', 'admin'");
    expect(messageOf(() => web.connectTo(catalog, { endpoint: 'nobody' }))).toContain("endpoint is 'nobody', 'Shop/Catalog' is called at 'catalog', 'admin'");
    expect(web.connectTo(catalog, { endpoint: 'admin' }).port).toBe(1);
  });

  test.each<[string, object, string]>([
    ['a scheme', { scheme: 'HTTP:' }, "scheme is 'HTTP:'"],
    ['a variable', { environmentVariable: 'A-B' }, "environmentVariable is 'A-B', it has letters, digits and underscores"],
    ['a variable of its own', { environmentVariable: 'MODE' }, "environmentVariable is 'MODE', container 'app' has a variable of that name [td-env-secret-name-clash]"],
  ])('for %s that is invalid', (_, options, words) => {
    const stack = testStack();
    const services = new Services(stack);
    const web = new FargateWorkerService(stack, 'Web', { cluster: services.cluster, image: IMAGE, environment: { MODE: 'production' } });
    const catalog = services.inDns(services.worker('Catalog'), 'catalog');
    expect(messageOf(() => web.connectTo(catalog, options))).toContain(words);
    expect(rulesOf(stack)).toEqual([]);
  });

  test('for two that would be handed over in one variable', () => {
    const services = new Services(testStack());
    const web = services.worker('Web');
    const catalog = services.inDns(services.worker('Catalog'), 'catalog');
    web.connectTo(catalog);
    expect(messageOf(() => web.connectTo(catalog))).toContain("environmentVariable is 'CATALOG_URL'");
  });
});

test.each([['order-api', 'ORDER_API_URL'], ['OrderApi', 'ORDER_API_URL'], ['api2', 'API2_URL'], ['2nd', '_2ND_URL'], ['a__b-', 'A_B_URL']])(
  'the URL of %s is in %s', (name, variable) => expect(variableFor(name)).toBe(variable));

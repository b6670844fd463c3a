import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Stack } from 'aws-cdk-lib/core';
import { discovery, namespaceOf } from './service-connect-app';
import {
  Deployment, DeploymentHook, EcsWorkload, FargateWebService, FargateWorkerService, Ingress, ServiceConnectDiscovery, ServiceConnectProtocol,
  TestTraffic, type ServiceConnectEndpoint,
} from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

const SERVICE = 'AWS::ECS::Service';
const preview = TestTraffic.withHeader('X-Preview', ['green']);
const RULES = { Header: { Name: 'X-Preview', Value: { Exact: 'green' } } };
const catalog: ServiceConnectEndpoint[] = [{ name: 'catalog' }];

function worker(stack: Stack, deployment: Deployment): FargateWorkerService {
  return new FargateWorkerService(stack, 'Catalog', { cluster: testCluster(stack), image: IMAGE, containerPorts: [8080, 9090], deployment });
}

function web(stack: Stack, deployment: Deployment): FargateWebService {
  return new FargateWebService(stack, 'Web', { cluster: testCluster(stack), image: IMAGE, containerPort: 8080, ingress: Ingress.publicHttp(), deployment });
}

function served(deployment: Deployment, endpoints = catalog, stack = testStack()): Template {
  discovery(stack, worker(stack, deployment), { endpoints });
  return Template.fromStack(stack);
}

function refusal(deployment: Deployment, endpoints = catalog): string {
  const stack = testStack();
  const service = worker(stack, deployment);
  const namespace = namespaceOf(stack);
  return refusalOf(stack, 'Discovery', (scope, id) => new ServiceConnectDiscovery(scope, id, { service, namespace, endpoints }));
}

const aliases = (template: Template) => Object.values(template.findResources(SERVICE))
  .flatMap(({ Properties }) => Properties.ServiceConnectConfiguration.Services.flatMap(({ ClientAliases }: any) => ClientAliases));

test.each([['BLUE_GREEN', Deployment.blueGreen()], ['LINEAR', Deployment.linear()], ['CANARY', Deployment.canary()]])('%s needs nothing else', (strategy, deployment) => {
  const template = served(deployment);
  template.hasResourceProperties(SERVICE, {
    DeploymentConfiguration: Match.objectLike({ Strategy: strategy, BakeTimeInMinutes: 5 }),
    LoadBalancers: Match.absent(),
    ServiceConnectConfiguration: Match.objectLike({ Enabled: true }),
  });
  expect(aliases(template)).toEqual([{ DnsName: 'catalog', Port: 8080 }]);
  expect(Object.keys(template.findResources('AWS::IAM::Role')).filter((id) => id.includes('Infrastructure'))).toEqual([]);
});

test.each(FLAG_SETS)('the template is as it was, with $flags', ({ context }) => {
  const template = served(Deployment.linear({ testTraffic: preview }), catalog, testStack(context));
  expect(template.findResources(SERVICE)).toMatchSnapshot();
});

describe('test traffic by a header', () => {
  test('is on each endpoint whose proxies read headers', () => {
    const endpoints = [{ name: 'catalog' }, { name: 'admin', containerPort: 9090, appProtocol: ServiceConnectProtocol.TCP }];
    expect(aliases(served(Deployment.blueGreen({ testTraffic: preview }), endpoints)))
      .toEqual([{ DnsName: 'catalog', Port: 8080, TestTrafficRules: RULES }, { DnsName: 'admin', Port: 9090 }]);
  });

  test('is there for hooks at its stages', () => {
    const stack = testStack();
    const handler = lambda.Function.fromFunctionArn(stack, 'Check', 'arn:aws:lambda:eu-west-1:123456789012:function:check');
    const hooks = [DeploymentHook.lambda(handler, { stages: [ecs.DeploymentLifecycleStage.TEST_TRAFFIC_SHIFT] })];
    served(Deployment.blueGreen({ testTraffic: preview, hooks }), catalog, stack).hasResourceProperties(SERVICE, {
      DeploymentConfiguration: { LifecycleHooks: [Match.objectLike({ LifecycleStages: ['TEST_TRAFFIC_SHIFT'] })] },
    });
  });

  test('combines with the rule of a load balancer', () => {
    const stack = testStack();
    discovery(stack, web(stack, Deployment.canary({ testTraffic: preview })), { endpoints: [{ name: 'web' }] });
    const template = Template.fromStack(stack);
    template.hasResourceProperties(SERVICE, { LoadBalancers: [{ AdvancedConfiguration: { TestListenerRule: Match.anyValue() } }] });
    expect(aliases(template)).toEqual([{ DnsName: 'web', Port: 8080, TestTrafficRules: RULES }]);
  });

  test('is nothing to a service that calls others only', () => {
    const stack = testStack();
    const deployment = Deployment.blueGreen({ testTraffic: TestTraffic.withHeader('X-Preview', ['a*', 'b']) });
    expect(() => discovery(stack, web(stack, deployment))).not.toThrow();
  });

  test('tokens pass', () => {
    const stack = testStack();
    const { text } = tokens(stack);
    discovery(stack, worker(stack, Deployment.blueGreen({ testTraffic: TestTraffic.withHeader(text, [text]) })), { endpoints: catalog });
    const template = templateWithoutTokens(stack);
    expect(aliases(template)).toEqual([{ DnsName: 'catalog', Port: 8080, TestTrafficRules: { Header: { Name: { Ref: 'Text' }, Value: { Exact: { Ref: 'Text' } } } } }]);
  });

  test.each<[string, string[], string]>([
    ['two values', ['green', 'preview'], 'testTraffic has 2 values, Service Connect compares the header with one [dpl-bluegreen-wiring]'],
    ['a wildcard', ['green*'], "testTraffic has 'green*', Service Connect compares it as it is and knows no wildcards [dpl-bluegreen-wiring]"],
  ])('is refused with %s', (_name, values, words) => {
    expect(refusal(Deployment.blueGreen({ testTraffic: TestTraffic.withHeader('X-Preview', values) }))).toContain(words);
  });
});

describe('at synthesis it is refused', () => {
  test('that no endpoint reads the header', () => {
    expect(() => served(Deployment.blueGreen({ testTraffic: preview }), [{ name: 'catalog', appProtocol: ServiceConnectProtocol.TCP }]))
      .toThrow('deployment.testTraffic is marked by a header, and the service has no endpoint of Service Connect that reads it');
  });

  test('that test traffic is on a port', () => {
    expect(() => served(Deployment.blueGreen({ testTraffic: TestTraffic.onPort(9000) }))).toThrow('deployment.testTraffic is on a port');
  });

  test('that a service which calls others only moves its traffic in parts', () => {
    expect(() => served(Deployment.linear(), [])).toThrow('deployment (LINEAR) moves traffic in parts, and nothing brings the service any');
  });
});

test('a service that was made without this library has no header of its own', () => {
  const stack = testStack();
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: IMAGE, portMappings: [{ containerPort: 80 }] });
  const plain = new ecs.FargateService(stack, 'Plain', { cluster: testCluster(stack), taskDefinition, deploymentStrategy: ecs.DeploymentStrategy.CANARY });
  discovery(stack, EcsWorkload.fromService(plain), { endpoints: [{ name: 'plain' }] });
  expect(aliases(Template.fromStack(stack))).toEqual([{ DnsName: 'plain', Port: 80 }]);
});

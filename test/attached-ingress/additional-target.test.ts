import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { ApplicationProtocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration, Stack } from 'aws-cdk-lib/core';
import {
  AdditionalTarget, Deployment, EcsWorkload, FargateWebService, FargateWorkerService, Ingress, SharedLoadBalancer, type AdditionalTargetProps,
} from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, testVpc, tokens } from '../support/stacks';

const SERVICE = 'AWS::ECS::Service';
const admin = { ingress: Ingress.internalHttp(), containerPort: 9000 };

function web(stack: Stack, deployment?: Deployment): FargateWebService {
  return new FargateWebService(stack, 'Web', { cluster: testCluster(stack), image: IMAGE, containerPort: 80, ingress: Ingress.publicHttp(), deployment });
}

function templateOf(given: Partial<AdditionalTargetProps> = {}, context = {}): Template {
  const stack = testStack(context);
  new AdditionalTarget(stack, 'Admin', { service: web(stack), ...admin, ...given });
  return Template.fromStack(stack);
}

test('makes a target group and what brings it traffic', () => {
  const { Resources } = templateOf().toJSON();
  expect(Object.fromEntries(Object.entries(Resources).filter(([logicalId]) => logicalId.startsWith('Admin')))).toMatchSnapshot();
});

test('two syntheses are equal', () => {
  expect(templateOf().toJSON()).toEqual(templateOf().toJSON());
});

test.each(FLAG_SETS)('registers the tasks in both target groups with $flags', ({ context }) => {
  const template = templateOf({}, context);
  template.hasResource(SERVICE, {
    Properties: {
      HealthCheckGracePeriodSeconds: 60,
      LoadBalancers: [
        { ContainerName: 'app', ContainerPort: 80, TargetGroupArn: { Ref: Match.stringLikeRegexp('^WebIngressTargetGroup') } },
        { ContainerName: 'app', ContainerPort: 9000, TargetGroupArn: { Ref: Match.stringLikeRegexp('^AdminInternalTargetGroup') } },
      ],
    },
    DependsOn: Match.arrayWith([Match.stringLikeRegexp('^AdminInternalLoadBalancerHttp')]),
  });
  template.hasResourceProperties('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: [Match.objectLike({ PortMappings: [{ ContainerPort: 80, Protocol: 'tcp' }, { ContainerPort: 9000, Protocol: 'tcp' }] })],
  });
  template.resourceCountIs('AWS::EC2::SecurityGroupIngress', 2);
  for (const port of [80, 9000]) {
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', {
      GroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^WebSecurityGroup'), 'GroupId'] }, FromPort: port, ToPort: port,
    });
  }
});

test('a load balancer of another stack brings traffic to a sidecar', () => {
  const network = testStack();
  const shared = new SharedLoadBalancer(network, 'Shared', { vpc: testVpc(network), protocol: ApplicationProtocol.HTTP });
  const stack = new Stack(network.node.scope!, 'Web');
  const service = new FargateWebService(stack, 'Web', {
    cluster: testCluster(stack), image: IMAGE, containerPort: 80, ingress: Ingress.publicHttp(), sidecars: [{ containerName: 'metrics', image: IMAGE, containerPorts: [9100] }],
  });
  new AdditionalTarget(stack, 'Metrics', {
    service,
    ingress: Ingress.shared({ loadBalancer: shared, pathPatterns: ['/metrics'] }),
    containerName: 'metrics',
    containerPort: 9100,
    targetHealthCheck: { path: '/metrics' },
  });
  const template = Template.fromStack(stack);
  template.hasResourceProperties(SERVICE, { LoadBalancers: [Match.objectLike({ ContainerName: 'app' }), Match.objectLike({ ContainerName: 'metrics', ContainerPort: 9100 })] });
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', { HealthCheckPath: '/metrics', Port: 80 });
});

test('takes services made without this library', () => {
  const stack = testStack();
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('web', { image: IMAGE });
  const plain = new ecs.FargateService(stack, 'Plain', { cluster: testCluster(stack), taskDefinition });
  new AdditionalTarget(stack, 'Admin', { service: EcsWorkload.fromService(plain), ...admin });
  const template = Template.fromStack(stack);
  template.hasResourceProperties(SERVICE, { HealthCheckGracePeriodSeconds: 60, LoadBalancers: [Match.objectLike({ ContainerName: 'web', ContainerPort: 9000 })] });
  template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { FromPort: 9000, ToPort: 9000 });
});

test('tokens pass', () => {
  const stack = testStack();
  const { number, text } = tokens(stack);
  const seconds = Duration.seconds(number);
  new AdditionalTarget(stack, 'Admin', {
    service: web(stack),
    ingress: Ingress.internalHttp(),
    containerPort: number,
    deregistrationDelay: seconds,
    targetHealthCheck: { path: text, interval: seconds, timeout: seconds },
  });
  const template = templateWithoutTokens(stack);
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', { HealthCheckPath: { Ref: 'Text' } });
  template.hasResourceProperties(SERVICE, { LoadBalancers: Match.arrayWith([Match.objectLike({ ContainerPort: { Ref: 'Number' } })]) });
});

describe('invalid props', () => {
  test.each<[string, Partial<AdditionalTargetProps>]>([
    ['containerPort is 0, it must be a whole number from 1 to 65535', { containerPort: 0 }],
    ["containerName is 'nobody', which is no container of the task [net-lb-container-port-missing]", { containerName: 'nobody' }],
    ['deregistrationDelay is 3601 seconds', { deregistrationDelay: Duration.seconds(3601) }],
    ['targetHealthCheck.interval is 4 seconds', { targetHealthCheck: { interval: Duration.seconds(4) } }],
    ['targetHealthCheck.timeout is 10 seconds, it has to be less than the interval of 10 seconds', { targetHealthCheck: { timeout: Duration.seconds(10) } }],
    ["targetHealthCheck.path is 'health'", { targetHealthCheck: { path: 'health' } }],
    ['ingress.stickinessCookieDuration is 0 seconds', { ingress: Ingress.publicHttp({ stickinessCookieDuration: Duration.seconds(0) }) }],
  ])('fails: %s', (headline, given) => {
    const stack = testStack();
    const props = { service: web(stack), ...admin, ...given };
    expect(refusalOf(stack, 'Admin', (scope, id) => new AdditionalTarget(scope, id, props))).toContain(headline);
  });

  test.each([
    ['blue/green', Deployment.blueGreen()], ['CodeDeploy', Deployment.codeDeploy()],
  ])('fails for a service whose deployments move traffic, by %s, as a plain one too', (_, deployment) => {
    const stack = testStack();
    const own = web(stack, deployment);
    for (const service of [own, EcsWorkload.fromService(own.service)]) {
      expect(refusalOf(stack, 'Admin', (scope, id) => new AdditionalTarget(scope, id, { service, ...admin })))
        .toContain('this one would have no second [dpl-bluegreen-wiring]');
    }
  });

  test('fails for a sixth target group', () => {
    const stack = testStack();
    const service = new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE });
    [1, 2, 3, 4, 5].forEach((containerPort) => new AdditionalTarget(stack, `Target${containerPort}`, { ...admin, service, containerPort }));
    expect(refusalOf(stack, 'Admin', (scope, id) => new AdditionalTarget(scope, id, { ...admin, service })))
      .toContain('service is in 5 target groups, ECS registers it in 5 at most');
  });
});

import { Match, Template } from 'aws-cdk-lib/assertions';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWebService, Ingress, type FargateWebServiceProps } from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, testCluster, testStack, tokens } from '../support/stacks';

type Props = Partial<FargateWebServiceProps>;

function templateOf(props: Props): Template {
  const stack = testStack();
  new FargateWebService(stack, 'Web', { cluster: testCluster(stack), image: IMAGE, containerPort: 80, ingress: Ingress.publicHttp(), ...props });
  return Template.fromStack(stack);
}

function refusal(props: Props): string {
  const stack = testStack();
  const cluster = testCluster(stack);
  return refusalOf(stack, 'Web', (scope, id) => new FargateWebService(scope, id, {
    cluster, image: IMAGE, containerPort: 80, ingress: Ingress.publicHttp(), ...props,
  }));
}

describe.each(FLAG_SETS)('FargateWebService with $flags', ({ context }) => {
  test('synthesizes its recorded template', () => {
    const stack = testStack(context);
    new FargateWebService(stack, 'Web', { cluster: testCluster(stack), image: IMAGE, containerPort: 80, ingress: Ingress.publicHttp() });
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });

  test('routes traffic to the main container', () => {
    const stack = testStack(context);
    const web = new FargateWebService(stack, 'Web', {
      cluster: testCluster(stack), image: IMAGE, containerName: 'site', containerPort: 8080, ingress: Ingress.publicHttp(),
    });
    expect(web.mainContainer.containerName).toBe('site');
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::ECS::Service', {
      LoadBalancers: [{ ContainerName: 'site', ContainerPort: 8080, TargetGroupArn: stack.resolve(web.targetGroup.targetGroupArn) }],
    });
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      ContainerDefinitions: [Match.objectLike({ Name: 'site', PortMappings: [{ ContainerPort: 8080, Protocol: 'tcp' }] })],
    });
  });
});

test('what was made is at hand', () => {
  const stack = testStack();
  const web = new FargateWebService(stack, 'Web', { cluster: testCluster(stack), image: IMAGE, containerPort: 80, ingress: Ingress.publicHttp() });
  expect(web.service.node.path).toBe('Shop/Web/Service');
  expect(web.taskDefinition.node.path).toBe('Shop/Web/Task');
  expect(web.logGroup.node.path).toBe('Shop/Web/LogGroup');
  expect(web.targetGroup.node.path).toBe('Shop/Web/Ingress/TargetGroup');
  expect(web.loadBalancer.node.path).toBe('Shop/Web/Ingress/LoadBalancer');
  expect(web.taskRoles.node.path).toBe('Shop/Web/TaskRoles');
  expect(web.connections).toBe(web.service.connections);
  expect(web.grantPrincipal).toBe(web.taskRoles.grantPrincipal);
  expect(web.desiredCount).toBeUndefined();
});

test('no output, alarm, cluster or network comes along', () => {
  const template = templateOf({}).toJSON();
  expect(template.Outputs).toBeUndefined();
  const types = Object.values<{ Type: string }>(template.Resources).map(({ Type }) => Type);
  expect([...new Set(types)].sort()).toEqual([
    'AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupEgress', 'AWS::EC2::SecurityGroupIngress',
    'AWS::ECS::Service', 'AWS::ECS::TaskDefinition',
    'AWS::ElasticLoadBalancingV2::Listener', 'AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancingV2::TargetGroup',
    'AWS::IAM::Role', 'AWS::Logs::LogGroup',
  ]);
});

describe('a sidecar as target', () => {
  const proxy = { containerName: 'proxy', image: IMAGE, containerPorts: [80] };

  test('gets the traffic, and the main container no port for it', () => {
    const template = templateOf({ sidecars: [proxy], targetContainerName: 'proxy' });
    template.hasResourceProperties('AWS::ECS::Service', { LoadBalancers: [Match.objectLike({ ContainerName: 'proxy', ContainerPort: 80 })] });
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      ContainerDefinitions: [Match.objectLike({ Name: 'app', PortMappings: Match.absent() }), Match.objectLike({ Name: 'proxy' })],
    });
  });

  test.each([[[81, 82], '81, 82'], [undefined, 'none']])('fails when it has the ports %p only', (containerPorts, listed) => {
    const message = refusal({ sidecars: [{ ...proxy, containerPorts }], targetContainerName: 'proxy' });
    expect(message).toContain(`containerPort is 80, container 'proxy' has the containerPorts ${listed} [net-lb-container-port-missing]`);
    expect(message).toContain('at:   Shop/Web (containerPort)');
    expect(message).toContain('fix:  add 80 to the containerPorts of the sidecar');
  });

  test('fails when the ports are tokens that differ, without printing them', () => {
    const stack = testStack();
    const cluster = testCluster(stack);
    const { number } = tokens(stack);
    const message = refusalOf(stack, 'Web', (scope, id) => new FargateWebService(scope, id, {
      cluster, image: IMAGE, sidecars: [proxy], targetContainerName: 'proxy', containerPort: number, ingress: Ingress.publicHttp(),
    }));
    expect(message).toContain("containerPort is a token, container 'proxy' has the containerPorts 80");
  });

  test('fails when its name is a token, without printing it', () => {
    const stack = testStack();
    const cluster = testCluster(stack);
    const { text } = tokens(stack);
    const message = refusalOf(stack, 'Web', (scope, id) => new FargateWebService(scope, id, {
      cluster, image: IMAGE, sidecars: [proxy], targetContainerName: text, containerPort: 80, ingress: Ingress.publicHttp(),
    }));
    expect(message).toContain('targetContainerName is a token, the containers are app, proxy');
  });

  test('fails when no container has the name', () => {
    const message = refusal({ sidecars: [proxy], targetContainerName: 'proxi' });
    expect(message).toContain("targetContainerName is 'proxi', the containers are app, proxy [net-lb-container-port-missing]");
    expect(message).toContain('at:   Shop/Web (targetContainerName)');
  });
});

describe('the target group', () => {
  test('uses the health check that is set', () => {
    templateOf({ targetHealthCheck: { path: '/health', interval: Duration.seconds(20), healthyHttpCodes: '200' } })
      .hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
        HealthCheckPath: '/health',
        HealthCheckIntervalSeconds: 20,
        HealthCheckTimeoutSeconds: 5,
        Matcher: { HttpCode: '200' },
      });
  });

  test('drains for the delay that is set', () => {
    templateOf({ deregistrationDelay: Duration.minutes(2) }).hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      TargetGroupAttributes: Match.arrayWith([{ Key: 'deregistration_delay.timeout_seconds', Value: '120' }]),
    });
  });

  test.each<[string, elbv2.HealthCheck, string]>([
    ['interval', { interval: Duration.seconds(4) }, 'targetHealthCheck.interval is 4 seconds, it must be a whole number from 5 to 300 seconds'],
    ['timeout', { timeout: Duration.seconds(121) }, 'targetHealthCheck.timeout is 121 seconds, it must be a whole number from 2 to 120 seconds'],
    ['healthyThresholdCount', { healthyThresholdCount: 1 }, 'targetHealthCheck.healthyThresholdCount is 1, it must be a whole number from 2 to 10'],
    ['unhealthyThresholdCount', { unhealthyThresholdCount: 11 }, 'targetHealthCheck.unhealthyThresholdCount is 11'],
    ['path', { path: 'health' }, "targetHealthCheck.path is 'health', it must begin with a slash"],
  ])('fails when %s is out of range', (property, targetHealthCheck, words) => {
    const message = refusal({ targetHealthCheck });
    expect(message).toContain(words);
    expect(message).toContain(`at:   Shop/Web (targetHealthCheck.${property})`);
  });

  test('fails when the answer may take longer than the time between two questions', () => {
    const message = refusal({ targetHealthCheck: { timeout: Duration.seconds(10) } });
    expect(message).toContain('targetHealthCheck.timeout is 10 seconds, it has to be less than the interval of 10 seconds [net-health-check-misfit]');
    expect(message).toContain('fix:  shorten targetHealthCheck.timeout or lengthen targetHealthCheck.interval');
  });

  test.each([Duration.seconds(3601), Duration.millis(1500)])('fails when the deregistration delay is %p', (deregistrationDelay) => {
    expect(refusal({ deregistrationDelay })).toContain(
      `deregistrationDelay is ${deregistrationDelay.toMilliseconds() / 1000} seconds, it must be a whole number from 0 to 3600 seconds`);
  });
});

describe('the grace period', () => {
  const command = ['CMD-SHELL', 'exit 0'];

  test('is a minute', () => {
    templateOf({}).hasResourceProperties('AWS::ECS::Service', { HealthCheckGracePeriodSeconds: 60 });
  });

  test('is as long as the health check of the container may take', () => {
    templateOf({ healthCheck: { command, startPeriod: Duration.seconds(120), interval: Duration.seconds(20), retries: 4 } })
      .hasResourceProperties('AWS::ECS::Service', { HealthCheckGracePeriodSeconds: 200 });
  });

  test('counts with the defaults of ECS', () => {
    templateOf({ healthCheck: { command } }).hasResourceProperties('AWS::ECS::Service', { HealthCheckGracePeriodSeconds: 90 });
  });

  test('is as long as the slowest sidecar takes', () => {
    templateOf({ sidecars: [{ containerName: 'proxy', image: IMAGE, healthCheck: { command, startPeriod: Duration.seconds(200) } }] })
      .hasResourceProperties('AWS::ECS::Service', { HealthCheckGracePeriodSeconds: 290 });
  });

  test('is what is set', () => {
    templateOf({ healthCheckGracePeriod: Duration.seconds(15) }).hasResourceProperties('AWS::ECS::Service', { HealthCheckGracePeriodSeconds: 15 });
  });

  test('fails when it ends before a container has started', () => {
    const message = refusal({
      healthCheck: { command, startPeriod: Duration.seconds(120) },
      healthCheckGracePeriod: Duration.seconds(60),
    });
    expect(message).toContain("healthCheckGracePeriod is 60 seconds, container 'app' has a start period of 120 seconds [net-grace-period-missing]");
    expect(message).toContain('fix:  set healthCheckGracePeriod to 120 seconds or more, or leave it out');
  });
});

test.each(['ingress', 'containerPort'])('fails when JavaScript leaves out the %s', (property) => {
  const message = refusal({ [property]: undefined });
  expect(message).toContain(`${property} is left out, no traffic would reach the service [net-service-without-load-balancer]`);
  expect(message).toContain(`fix:  pass the ${property}, or use the worker service`);
});

test.each([0, 65536, 80.5])('fails when the container port is %d', (containerPort) => {
  expect(refusal({ containerPort })).toContain(`containerPort is ${containerPort}, it must be a whole number from 1 to 65535`);
});

import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Duration, Stack } from 'aws-cdk-lib/core';
import { INGRESSES, LISTENER, RULE, SERVICE, refusal, templateOf, webService } from './web-service';
import { Deployment, Ec2WebService, EcsWorkload, Ingress, RequestCountTargetScaling } from '../../src';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

const STRATEGIES: { readonly [strategy: string]: Deployment } = {
  BLUE_GREEN: Deployment.blueGreen(),
  LINEAR: Deployment.linear(),
  CANARY: Deployment.canary(),
};
const ids = (prefix: string) => Match.stringLikeRegexp(`^WebIngress${prefix}`);

describe.each(Object.entries(INGRESSES))('behind %s', (_kind, ingress) => {
  test.each(Object.entries(STRATEGIES))('%s has two target groups, the rule between them and the role', (strategy, deployment) => {
    const stack = testStack();
    webService(deployment, stack, ingress(stack));
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::ElasticLoadBalancingV2::TargetGroup', 2);
    template.hasResource(SERVICE, {
      Properties: {
        DeploymentConfiguration: Match.objectLike({ Strategy: strategy, BakeTimeInMinutes: 5, DeploymentCircuitBreaker: Match.absent() }),
        LoadBalancers: [{
          ContainerName: 'app',
          ContainerPort: 8080,
          TargetGroupArn: { Ref: ids('(Internal|Listener)?TargetGroup') },
          AdvancedConfiguration: {
            AlternateTargetGroupArn: { Ref: ids('Alternate(Internal|Listener)?TargetGroup') },
            ProductionListenerRule: { Ref: ids('(Production)?Rule') },
            RoleArn: { 'Fn::GetAtt': [ids('InfrastructureRole'), 'Arn'] },
            TestListenerRule: Match.absent(),
          },
        }],
      },
    });
    template.hasResourceProperties(RULE, {
      Actions: [{
        Type: 'forward',
        ForwardConfig: {
          TargetGroups: [
            { TargetGroupArn: { Ref: ids('(Internal|Listener)?TargetGroup') }, Weight: 100 },
            { TargetGroupArn: { Ref: ids('Alternate(Internal|Listener)?TargetGroup') }, Weight: 0 },
          ],
        },
      }],
    });
  });
});

test('both target groups are alike', () => {
  const stack = testStack();
  webService(Deployment.blueGreen(), stack);
  const groups = Object.values(Template.fromStack(stack).findResources('AWS::ElasticLoadBalancingV2::TargetGroup'));
  expect(groups[0].Properties).toEqual(groups[1].Properties);
});

test('the rule of a load balancer of the service\'s own takes all that no other rule takes', () => {
  templateOf(Deployment.blueGreen()).hasResourceProperties(RULE, {
    Priority: 50000,
    ListenerArn: { Ref: Match.stringLikeRegexp('^WebIngressLoadBalancerHttp') },
    Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/*'] } }],
  });
});

test('the role is trusted by ECS, and has the permissions that AWS documents', () => {
  templateOf(Deployment.blueGreen()).hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: Match.objectLike({ Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ecs.amazonaws.com' } }] }),
    ManagedPolicyArns: [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers']] }],
  });
});

test('services can share a role', () => {
  const stack = testStack();
  const infrastructureRole = iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::123456789012:role/shift');
  webService(Deployment.canary({ infrastructureRole }), stack);
  const template = Template.fromStack(stack);
  template.hasResourceProperties(SERVICE, { LoadBalancers: [{ AdvancedConfiguration: { RoleArn: 'arn:aws:iam::123456789012:role/shift' } }] });
  expect(Object.keys(template.findResources('AWS::IAM::Role')).filter((id) => id.includes('InfrastructureRole'))).toEqual([]);
});

test.each([
  ['linear', Deployment.linear({ stepPercent: 20, stepBakeTime: Duration.minutes(1), bakeTime: Duration.minutes(0) }), {
    Strategy: 'LINEAR', BakeTimeInMinutes: 0, LinearConfiguration: { StepPercent: 20, StepBakeTimeInMinutes: 1 },
  }],
  ['linear', Deployment.linear(), { LinearConfiguration: { StepPercent: 10, StepBakeTimeInMinutes: 6 } }],
  ['canary', Deployment.canary({ canaryPercent: 0.5, canaryBakeTime: Duration.hours(1) }), {
    Strategy: 'CANARY', CanaryConfiguration: { CanaryPercent: 0.5, CanaryBakeTimeInMinutes: 60 },
  }],
  ['canary', Deployment.canary(), { CanaryConfiguration: { CanaryPercent: 5, CanaryBakeTimeInMinutes: 10 } }],
])('%s moves the share that is set, at the time that is set', (_name, deployment, expected) => {
  templateOf(deployment).hasResourceProperties(SERVICE, { DeploymentConfiguration: Match.objectLike(expected) });
});

test('instances are shifted like addresses', () => {
  const stack = testStack();
  const service = new Ec2WebService(stack, 'Web', {
    cluster: testCluster(stack),
    image: IMAGE,
    memoryLimitMiB: 512,
    containerPort: 80,
    ingress: Ingress.internalHttp(),
    deployment: Deployment.blueGreen(),
  });
  expect(service.alternateTargetGroup).toBeDefined();
  Template.fromStack(stack).hasResourceProperties(SERVICE, { DeploymentConfiguration: { Strategy: 'BLUE_GREEN' } });
});

test.each(FLAG_SETS)('the template is as it was, with $flags', ({ context }) => {
  const stack = testStack(context);
  webService(Deployment.canary(), stack);
  const { Resources } = Template.fromStack(stack).toJSON();
  const shifting = Object.fromEntries(Object.entries<any>(Resources)
    .filter(([, { Type }]) => [SERVICE, RULE, LISTENER, 'AWS::ElasticLoadBalancingV2::TargetGroup'].includes(Type)));
  expect(shifting).toMatchSnapshot();
});

test('the CDK does not ask for a circuit breaker, which is for rolling deployments', () => {
  const stack = testStack();
  webService(Deployment.blueGreen(), stack);
  Template.fromStack(stack);
  Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('circuitBreaker'));
});

test('scaling on requests follows both target groups', () => {
  const stack = testStack();
  new RequestCountTargetScaling(stack, 'Requests', { service: webService(Deployment.blueGreen(), stack), requestsPerTarget: 600 });
  const named = (group: string, id: string) => ({
    Id: id,
    MetricStat: {
      Metric: {
        Namespace: 'AWS/ApplicationELB',
        MetricName: 'RequestCountPerTarget',
        Dimensions: [
          { Name: 'LoadBalancer', Value: Match.anyValue() },
          { Name: 'TargetGroup', Value: { 'Fn::Select': [5, { 'Fn::Split': [':', { Ref: ids(group) }] }] } },
        ],
      },
      Stat: 'Sum',
    },
    ReturnData: false,
  });
  Template.fromStack(stack).hasResourceProperties('AWS::ApplicationAutoScaling::ScalingPolicy', {
    TargetTrackingScalingPolicyConfiguration: {
      PredefinedMetricSpecification: Match.absent(),
      TargetValue: 600,
      CustomizedMetricSpecification: {
        Metrics: [
          named('TargetGroup', 'requests1'),
          named('AlternateTargetGroup', 'requests2'),
          { Id: 'requests', Expression: 'requests1 + requests2', ReturnData: true, Label: Match.anyValue() },
        ],
      },
    },
  });
});

test('scaling on requests follows both target groups of a plain service', () => {
  const stack = testStack();
  const { service, targetGroup, alternateTargetGroup } = webService(Deployment.blueGreen(), stack);
  const workload = EcsWorkload.fromLoadBalancedService(service, targetGroup, alternateTargetGroup);
  new RequestCountTargetScaling(stack, 'Requests', { service: workload, requestsPerTarget: 600 });
  Template.fromStack(stack).hasResourceProperties('AWS::ApplicationAutoScaling::ScalingPolicy', {
    TargetTrackingScalingPolicyConfiguration: { CustomizedMetricSpecification: { Metrics: Match.arrayWith([Match.objectLike({ Id: 'requests2' })]) } },
  });
});

describe('invalid options', () => {
  test.each<[string, Deployment, string, string]>([
    ['a bake time of a minute and a half', Deployment.blueGreen({ bakeTime: Duration.seconds(90) }), 'deployment.bakeTime', '1.5 minutes'],
    ['a bake time of more than a day', Deployment.blueGreen({ bakeTime: Duration.hours(25) }), 'deployment.bakeTime', '1500 minutes'],
    ['a step that is too small', Deployment.linear({ stepPercent: 2.9 }), 'deployment.stepPercent', '2.9 percent, it is a number from 3 to 100'],
    ['a step of hundredths', Deployment.linear({ stepPercent: 33.33 }), 'deployment.stepPercent', '33.33 percent'],
    ['a canary of nothing', Deployment.canary({ canaryPercent: 0 }), 'deployment.canaryPercent', '0 percent, it is a number from 0.1 to 100'],
    ['a canary of more than everything', Deployment.canary({ canaryPercent: 101 }), 'deployment.canaryPercent', '101 percent'],
    ['a canary that is watched for two days', Deployment.canary({ canaryBakeTime: Duration.days(2) }), 'deployment.canaryBakeTime', '2880 minutes'],
    ['a canary and a bake time beyond 33 hours', Deployment.canary({ canaryBakeTime: Duration.hours(20), bakeTime: Duration.hours(14) }), 'deployment.canaryBakeTime', '2040 minutes'],
    // 11 percent makes 9 waits: 9 × 220 + 5 = 1985 of 1980 minutes.
    ['steps beyond 33 hours', Deployment.linear({ stepPercent: 11, stepBakeTime: Duration.minutes(220) }), 'deployment.stepBakeTime', '1985 minutes (9 waits of 220, and 5 of bakeTime)'],
  ])('%s', (_name, deployment, property, words) => {
    const message = refusal(deployment);
    expect(message).toContain(words);
    expect(message).toContain(`at:   Shop/Web (${property})`);
  });

  test('steps of up to 33 hours can be: nothing waits after the last', () => {
    const deployment = Deployment.linear({ stepPercent: 50, stepBakeTime: Duration.minutes(1440), bakeTime: Duration.minutes(540) });
    expect(() => templateOf(deployment)).not.toThrow();
  });

  test('a target group that was made elsewhere', () => {
    const message = refusal(Deployment.blueGreen(), (stack) => {
      const { targetGroup, loadBalancer } = webService(undefined, new Stack(stack.node.scope!, 'Elsewhere'));
      return Ingress.existingTargetGroup({ targetGroup, loadBalancer });
    });
    expect(message).toContain('deployment moves traffic between two target groups, and the ingress has one that was made elsewhere [dpl-bluegreen-wiring]');
  });
});

test('tokens pass', () => {
  const stack = testStack();
  const { number } = tokens(stack);
  const minutes = Duration.minutes(number);
  webService(Deployment.linear({ stepPercent: number, stepBakeTime: minutes, bakeTime: minutes }), stack);
  templateWithoutTokens(stack).hasResourceProperties(SERVICE, {
    DeploymentConfiguration: { BakeTimeInMinutes: { Ref: 'Number' }, LinearConfiguration: { StepPercent: { Ref: 'Number' }, StepBakeTimeInMinutes: { Ref: 'Number' } } },
  });
});

test('a token of seconds is refused in words', () => {
  const message = refusal(Deployment.blueGreen({ bakeTime: Duration.seconds(tokens(testStack()).number) }));
  expect(message).toContain('deployment.bakeTime is a token of seconds');
});

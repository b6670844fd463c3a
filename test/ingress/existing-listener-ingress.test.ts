import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { App, Stack } from 'aws-cdk-lib/core';
import { FargateWebService, Ingress, RequestCountTargetScaling, type ExistingListenerOptions } from '../../src';
import { messageOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

const LISTENER_ARN = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/shared/50dc6c495c0c9188/f2f7dc8efc522ab2';

function sharedListener(stack: Stack, vpc: ec2.IVpc): elbv2.ApplicationListener {
  return new elbv2.ApplicationLoadBalancer(stack, 'Shared', { vpc })
    .addListener('Http', { port: 80, defaultAction: elbv2.ListenerAction.fixedResponse(404) });
}

function importedListener(stack: Stack): elbv2.IApplicationListener {
  return elbv2.ApplicationListener.fromApplicationListenerAttributes(stack, 'Imported', {
    listenerArn: LISTENER_ARN,
    securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'ListenerGroup', 'sg-shared'),
  });
}

function web(stack: Stack, cluster: ecs.ICluster, options: ExistingListenerOptions, id = 'Web'): FargateWebService {
  return new FargateWebService(stack, id, { cluster, image: IMAGE, containerPort: 8080, ingress: Ingress.existingListener(options) });
}

function onSharedListener(options: Omit<ExistingListenerOptions, 'listener'>): Template {
  const stack = testStack();
  const cluster = testCluster(stack);
  web(stack, cluster, { listener: sharedListener(stack, cluster.vpc), ...options });
  return Template.fromStack(stack);
}

describe('a rule', () => {
  test('takes the hosts and paths that are for the service', () => {
    onSharedListener({ priority: 10, hostNames: ['app.example.com'], pathPatterns: ['/api', '/api/*'] })
      .hasResourceProperties('AWS::ElasticLoadBalancingV2::ListenerRule', {
        Priority: 10,
        Conditions: [
          { Field: 'host-header', HostHeaderConfig: { Values: ['app.example.com'] } },
          { Field: 'path-pattern', PathPatternConfig: { Values: ['/api', '/api/*'] } },
        ],
        Actions: [{ Type: 'forward', TargetGroupArn: { Ref: Match.stringLikeRegexp('^WebIngressListenerTargetGroup') } }],
      });
  });

  test.each([
    [{ hostNames: ['app.example.com'] }, 'host-header'],
    [{ pathPatterns: ['/api/*'], hostNames: [] }, 'path-pattern'],
  ])('has no condition for unset options: %j', (options, field) => {
    onSharedListener({ priority: 10, ...options }).hasResourceProperties('AWS::ElasticLoadBalancingV2::ListenerRule', {
      Conditions: [Match.objectLike({ Field: field })],
    });
  });

  test('is what the service waits for', () => {
    onSharedListener({ priority: 10, pathPatterns: ['/api/*'] }).hasResource('AWS::ECS::Service', {
      DependsOn: Match.arrayWith([Match.stringLikeRegexp('^WebIngressRule')]),
    });
  });

  test('opens the tasks to the load balancer only', () => {
    const template = onSharedListener({ priority: 10, pathPatterns: ['/api/*'] });
    template.resourceCountIs('AWS::EC2::SecurityGroupIngress', 1);
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', {
      GroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^WebSecurityGroup'), 'GroupId'] },
      SourceSecurityGroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^SharedSecurityGroup'), 'GroupId'] },
      FromPort: 8080,
    });
  });

  test('makes no load balancer and no listener', () => {
    const template = onSharedListener({ priority: 10, pathPatterns: ['/api/*'] });
    template.resourceCountIs('AWS::ElasticLoadBalancingV2::LoadBalancer', 1);
    template.resourceCountIs('AWS::ElasticLoadBalancingV2::Listener', 1);
  });

  test('takes tokens', () => {
    const stack = testStack();
    const { text, number } = tokens(stack);
    const cluster = testCluster(stack);
    web(stack, cluster, { listener: sharedListener(stack, cluster.vpc), priority: number, hostNames: [text], pathPatterns: [text] });
    templateWithoutTokens(stack).hasResourceProperties('AWS::ElasticLoadBalancingV2::ListenerRule', {
      Priority: { Ref: 'Number' },
      Conditions: [{ HostHeaderConfig: { Values: [{ Ref: 'Text' }] } }, { PathPatternConfig: { Values: [{ Ref: 'Text' }] } }],
    });
  });
});

test('the load balancer is the one of the listener', () => {
  const stack = testStack();
  const cluster = testCluster(stack);
  const listener = sharedListener(stack, cluster.vpc);
  expect(web(stack, cluster, { listener, priority: 1, pathPatterns: ['/*'] }).loadBalancer).toBe(listener.loadBalancer);
});

describe.each(FLAG_SETS)('a listener of another stack with $flags', ({ context }) => {
  function twoStacks() {
    const app = new App({ context });
    const platform = new Stack(app, 'Platform');
    const cluster = testCluster(platform);
    const listener = sharedListener(platform, cluster.vpc);
    const orders = new Stack(app, 'Orders');
    const service = web(orders, cluster, { listener, priority: 10, pathPatterns: ['/orders/*'] });
    return { app, platform, orders, service };
  }

  test('gets the rule, the target group and the security group rules in the stack of the service', () => {
    const { platform, orders } = twoStacks();
    const template = Template.fromStack(orders);
    template.resourceCountIs('AWS::ElasticLoadBalancingV2::ListenerRule', 1);
    template.resourceCountIs('AWS::ElasticLoadBalancingV2::TargetGroup', 1);
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { FromPort: 8080 });
    template.resourceCountIs('AWS::EC2::SecurityGroupEgress', 1);
    for (const type of ['AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress']) Template.fromStack(platform).resourceCountIs(type, 0);
  });

  test('is deployed first, and knows nothing of the service', () => {
    const { platform, orders } = twoStacks();
    expect(orders.dependencies).toEqual([]);
    Template.fromStack(orders);
    expect(orders.dependencies).toEqual([platform]);
    expect(platform.dependencies).toEqual([]);
  });

  test('scales on the requests of the service', () => {
    const { orders, service } = twoStacks();
    new RequestCountTargetScaling(orders, 'Requests', { service, requestsPerTarget: 100 });
    Template.fromStack(orders).hasResourceProperties('AWS::ApplicationAutoScaling::ScalingPolicy', {
      TargetTrackingScalingPolicyConfiguration: { PredefinedMetricSpecification: { ResourceLabel: Match.anyValue() } },
    });
  });
});

describe('an imported listener', () => {
  test('opens the tasks to its security group', () => {
    const stack = testStack();
    web(stack, testCluster(stack), { listener: importedListener(stack), priority: 10, pathPatterns: ['/api/*'] });
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { SourceSecurityGroupId: 'sg-shared', FromPort: 8080, ToPort: 8080 });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::ListenerRule', { ListenerArn: LISTENER_ARN });
  });

  test('names its load balancer', () => {
    const stack = testStack();
    const { loadBalancer } = web(stack, testCluster(stack), { listener: importedListener(stack), priority: 10, pathPatterns: ['/api/*'] });
    expect(stack.resolve(loadBalancer.loadBalancerArn)).toEqual({
      'Fn::Join': ['', [
        'arn:', { Ref: 'AWS::Partition' }, ':elasticloadbalancing:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' },
        ':loadbalancer/app/shared/50dc6c495c0c9188',
      ]],
    });
    expect(loadBalancer.connections.securityGroups[0].securityGroupId).toBe('sg-shared');
  });

  test('scales the service on requests', () => {
    const stack = testStack();
    const service = web(stack, testCluster(stack), { listener: importedListener(stack), priority: 10, pathPatterns: ['/api/*'] });
    new RequestCountTargetScaling(stack, 'Requests', { service, requestsPerTarget: 100 });
    const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::ApplicationAutoScaling::ScalingPolicy'));
    expect(JSON.stringify(Properties)).toContain('app/shared/50dc6c495c0c9188/');
  });

  test('has a load balancer, if one is passed', () => {
    const stack = testStack();
    const cluster = testCluster(stack);
    const loadBalancer = elbv2.ApplicationLoadBalancer.fromApplicationLoadBalancerAttributes(stack, 'Given', {
      loadBalancerArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shared/50dc6c495c0c9188', securityGroupId: 'sg-shared',
    });
    const listener = importedListener(stack);
    expect(web(stack, cluster, { listener, loadBalancer, priority: 1, pathPatterns: ['/*'] }).loadBalancer).toBe(loadBalancer);
  });
});

describe('invalid options', () => {
  const refusal = (options: Omit<ExistingListenerOptions, 'listener'>) => {
    const stack = testStack();
    const cluster = testCluster(stack);
    const listener = sharedListener(stack, cluster.vpc);
    const message = messageOf(() => web(stack, cluster, { listener, ...options }));
    expect(stack.node.tryFindChild('Web')).toBeUndefined();
    return message;
  };

  test.each([0, 50001, 1.5])('fails when the priority is %d', (priority) => {
    expect(refusal({ priority, pathPatterns: ['/*'] })).toContain(`ingress.priority is ${priority}, it must be a whole number from 1 to 50000`);
  });

  test.each([{}, { hostNames: [], pathPatterns: [] }])('fails when there is neither a host nor a path: %j', (conditions) => {
    const message = refusal({ priority: 1, ...conditions });
    expect(message).toContain('ingress has no condition, its rule would take the traffic of every other service');
    expect(message).toContain("hostNames: ['app.example.com'] or pathPatterns: ['/app/*']");
  });

  test('fails when there are more hosts and paths than a rule compares with', () => {
    expect(refusal({ priority: 1, hostNames: ['a', 'b', 'c'], pathPatterns: ['/a', '/b', '/c'] })).toContain(
      'ingress has 3 hostNames and 3 pathPatterns, a rule compares with 5 values at most');
  });
});

import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration, type Stack } from 'aws-cdk-lib/core';
import { Ec2WebService, FargateWebService, Ingress } from '../../src';
import { refusalOf } from '../support/refusals';
import { IMAGE, testCluster, testStack, testVpc } from '../support/stacks';

const LOAD_BALANCER_ARN = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shared/50dc6c495c0c9188';
const TARGET_GROUP_ARN = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/shared/73e2d6bc24d8a067';

function made(stack: Stack, cluster: ecs.ICluster, targetType?: elbv2.TargetType) {
  const loadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'Shared', { vpc: cluster.vpc });
  const targetGroup = new elbv2.ApplicationTargetGroup(stack, 'Targets', { vpc: cluster.vpc, port: 80, targetType });
  loadBalancer.addListener('Http', { port: 80, defaultTargetGroups: [targetGroup] });
  return { loadBalancer, targetGroup };
}

function imported(stack: Stack) {
  return {
    loadBalancer: elbv2.ApplicationLoadBalancer.fromApplicationLoadBalancerAttributes(stack, 'Shared', {
      loadBalancerArn: LOAD_BALANCER_ARN, securityGroupId: 'sg-shared',
    }),
    targetGroup: elbv2.ApplicationTargetGroup.fromTargetGroupAttributes(stack, 'Targets', {
      targetGroupArn: TARGET_GROUP_ARN, loadBalancerArns: LOAD_BALANCER_ARN,
    }),
  };
}

test('the tasks are registered in the target group', () => {
  const stack = testStack();
  const cluster = testCluster(stack);
  const options = made(stack, cluster);
  const web = new FargateWebService(stack, 'Web', { cluster, image: IMAGE, containerPort: 8080, ingress: Ingress.existingTargetGroup(options) });
  expect(web.targetGroup).toBe(options.targetGroup);
  expect(web.loadBalancer).toBe(options.loadBalancer);
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', { TargetType: 'ip' });
  template.hasResourceProperties('AWS::ECS::Service', {
    LoadBalancers: [{ ContainerName: 'app', ContainerPort: 8080, TargetGroupArn: { Ref: Match.stringLikeRegexp('^Targets') } }],
  });
});

test('the service waits for the listener of the target group', () => {
  const stack = testStack();
  const cluster = testCluster(stack);
  new FargateWebService(stack, 'Web', { cluster, image: IMAGE, containerPort: 80, ingress: Ingress.existingTargetGroup(made(stack, cluster)) });
  Template.fromStack(stack).hasResource('AWS::ECS::Service', { DependsOn: Match.arrayWith([Match.stringLikeRegexp('^SharedHttp')]) });
});

test('the tasks are opened to the load balancer, once', () => {
  const stack = testStack();
  const cluster = testCluster(stack);
  new FargateWebService(stack, 'Web', { cluster, image: IMAGE, containerPort: 8080, ingress: Ingress.existingTargetGroup(made(stack, cluster)) });
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::EC2::SecurityGroupIngress', 1);
  template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', {
    GroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^WebSecurityGroup'), 'GroupId'] }, FromPort: 8080, ToPort: 8080,
  });
});

test('the tasks are opened to an imported load balancer', () => {
  const stack = testStack();
  new FargateWebService(stack, 'Web', {
    cluster: testCluster(stack), image: IMAGE, containerPort: 8080, ingress: Ingress.existingTargetGroup(imported(stack)),
  });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { SourceSecurityGroupId: 'sg-shared', FromPort: 8080, ToPort: 8080 });
  template.hasResourceProperties('AWS::ECS::Service', { LoadBalancers: [Match.objectLike({ TargetGroupArn: TARGET_GROUP_ARN })] });
});

test('in bridge mode the instances are opened on the ports that ECS chooses from', () => {
  const stack = testStack();
  const vpc = testVpc(stack);
  const securityGroups = [ec2.SecurityGroup.fromSecurityGroupId(stack, 'InstanceGroup', 'sg-instances')];
  new Ec2WebService(stack, 'Web', {
    cluster: ecs.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'shop', vpc, securityGroups }),
    image: IMAGE,
    memoryLimitMiB: 256,
    containerPort: 8080,
    networkMode: ecs.NetworkMode.BRIDGE,
    ingress: Ingress.existingTargetGroup(imported(stack)),
  });
  Template.fromStack(stack).hasResourceProperties('AWS::EC2::SecurityGroupIngress', { GroupId: 'sg-instances', FromPort: 32768, ToPort: 65535 });
});

describe('what the target group has of its own', () => {
  test.each([
    ['deregistrationDelay', { deregistrationDelay: Duration.seconds(10) }],
    ['targetHealthCheck', { targetHealthCheck: { path: '/health' } }],
  ])('fails when %s is set on the service', (property, props) => {
    const stack = testStack();
    const cluster = testCluster(stack);
    const ingress = Ingress.existingTargetGroup(imported(stack));
    const message = refusalOf(stack, 'Web', (scope, id) => new FargateWebService(scope, id, { cluster, image: IMAGE, containerPort: 80, ingress, ...props }));
    expect(message).toContain(`${property} is set on a service behind an existing target group, which has its own`);
    expect(message).toContain(`fix:  set it where the target group is made, and leave ${property} out here`);
  });
});

test('fails when the target group is of another type than the network mode needs', () => {
  const stack = testStack();
  const cluster = testCluster(stack);
  const ingress = Ingress.existingTargetGroup(made(stack, cluster, elbv2.TargetType.INSTANCE));
  const message = refusalOf(stack, 'Web', (scope, id) => new FargateWebService(scope, id, { cluster, image: IMAGE, containerPort: 80, ingress }));
  expect(message).toContain('ingress has a target group of type instance, the network mode of the tasks needs ip [net-target-type-mismatch]');
  expect(message).toContain('fix:  make the target group with targetType: TargetType.IP');
});

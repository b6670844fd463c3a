import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

interface Parts {
  readonly controller?: unknown;
  readonly application?: Properties;
  readonly style?: Properties;
  /** Ids of the target groups of the pair; `Blue` is that of the service. */
  readonly pair?: readonly string[];
  readonly listeners?: readonly string[];
  readonly tests?: readonly string[];
  /** Properties of the deployment group, and of its load balancer if that is in the app. */
  readonly group?: Properties;
  readonly balancer?: Properties;
  readonly trusts?: string;
  /** Managed policy of the role. */
  readonly policy?: string;
}

function deployed(stack: Stack, { controller = 'CODE_DEPLOY', application = { ComputePlatform: 'ECS' }, style, pair = ['TargetGroup', 'Green'], listeners = ['Listener'], tests = [], group, balancer, trusts, policy = 'AWSCodeDeployRoleForECS' }: Parts): void {
  const blue = targetGroup(stack);
  resource(stack, 'Green', 'AWS::ElasticLoadBalancingV2::TargetGroup', { TargetType: 'ip', Protocol: 'HTTP', Port: 80, VpcId: 'vpc-1' });
  resource(stack, 'Red', 'AWS::ElasticLoadBalancingV2::TargetGroup', { TargetType: 'ip', Protocol: 'HTTP', Port: 80, VpcId: 'vpc-1' });
  resource(stack, 'Elsewhere', 'AWS::ElasticLoadBalancingV2::Listener', { LoadBalancerArn: 'arn', DefaultActions: [{ Type: 'fixed-response' }] });
  if (balancer) (stack.node.findChild('Listener') as CfnResource).addPropertyOverride('LoadBalancerArn', resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', balancer).ref);
  const own = service(stack, {
    DeploymentController: { Type: controller },
    DeploymentConfiguration: {},
    TaskDefinition: fargateTask(stack, {}, { PortMappings: [{ ContainerPort: 80 }] }).ref,
    LoadBalancers: [{ TargetGroupArn: blue.ref, ContainerName: 'app', ContainerPort: 80 }],
  });
  const trust = { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: trusts } }] };
  resource(stack, 'Group', 'AWS::CodeDeploy::DeploymentGroup', {
    ApplicationName: resource(stack, 'Application', 'AWS::CodeDeploy::Application', application).ref,
    ServiceRoleArn: trusts === undefined ? 'arn:aws:iam::111122223333:role/deploy' : resource(stack, 'Deploys', 'AWS::IAM::Role', { AssumeRolePolicyDocument: trust, ManagedPolicyArns: [`arn:aws:iam::aws:policy/${policy}`] }).getAtt('Arn'),
    DeploymentStyle: { DeploymentType: 'BLUE_GREEN', DeploymentOption: 'WITH_TRAFFIC_CONTROL', ...style },
    ...group,
    ECSServices: [{ ClusterName: 'shop', ServiceName: own.getAtt('Name') }],
    LoadBalancerInfo: {
      TargetGroupPairInfoList: [{
        TargetGroups: pair.map((id) => ({ Name: (stack.node.findChild(id) as CfnResource).getAtt('TargetGroupName') })),
        ProdTrafficRoute: { ListenerArns: listeners.map((id) => (stack.node.findChild(id) as CfnResource).ref) },
        TestTrafficRoute: { ListenerArns: tests.map((id) => (stack.node.findChild(id) as CfnResource).ref) },
      }],
    },
  });
}

const ROLLBACK = { AutoRollbackConfiguration: { Enabled: true, Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'] } };

function config(stack: Stack, properties: Properties): string {
  return resource(stack, 'Config', 'AWS::CodeDeploy::DeploymentConfig', properties).ref;
}

const CANARY = { DeploymentConfigName: 'CodeDeployDefault.ECSCanary10Percent5Minutes' };

export const cases: readonly GotchaCase[] = [
  { name: 'one target group twice', caught: true, app: (stack) => deployed(stack, { pair: ['TargetGroup', 'TargetGroup'] }) },
  { name: 'one target group', caught: true, app: (stack) => deployed(stack, { pair: ['TargetGroup'] }) },
  { name: 'a pair without the target group of the service', caught: true, app: (stack) => deployed(stack, { pair: ['Green', 'Red'] }) },
  { name: 'a listener of something else', caught: true, app: (stack) => deployed(stack, { listeners: ['Elsewhere'] }) },
  { name: 'the style is left out', caught: true, app: (stack) => deployed(stack, { style: { DeploymentType: undefined, DeploymentOption: undefined } }) },
  { name: 'an application for servers', caught: true, app: (stack) => deployed(stack, { application: {} }) },
  { name: 'a service that ECS deploys', caught: true, app: (stack) => deployed(stack, { controller: 'ECS' }) },
  { name: 'deployments in place', caught: true, app: (stack) => deployed(stack, { style: { DeploymentType: 'IN_PLACE' } }) },
  { name: 'no control of the traffic', caught: true, app: (stack) => deployed(stack, { style: { DeploymentOption: undefined } }) },
  { name: 'a role for tasks', caught: true, app: (stack) => deployed(stack, { trusts: 'ecs-tasks.amazonaws.com' }) },
  {
    name: 'a role for deployments to servers',
    caught: true,
    consequence: 'never-works',
    app: (stack) => deployed(stack, { trusts: 'codedeploy.amazonaws.com', policy: 'service-role/AWSCodeDeployRole' }),
  },
  { name: 'a role with the narrow policy for ECS', caught: false, app: (stack) => deployed(stack, { trusts: 'codedeploy.amazonaws.com', policy: 'AWSCodeDeployRoleForECSLimited' }) },
  { name: 'a policy that is not known here', caught: false, notChecked: true, app: (stack) => deployed(stack, { trusts: 'codedeploy.amazonaws.com', policy: 'company/Deploy' }) },
  { name: 'two production listeners', caught: true, app: (stack) => deployed(stack, { listeners: ['Listener', 'Elsewhere'] }) },
  { name: 'test traffic on the production listener', caught: true, app: (stack) => deployed(stack, { tests: ['Listener'] }) },
  { name: 'a configuration for servers', caught: true, app: (stack) => deployed(stack, { group: { DeploymentConfigName: 'CodeDeployDefault.OneAtATime' } }) },
  { name: 'a configuration for functions', caught: true, app: (stack) => deployed(stack, { group: { DeploymentConfigName: 'CodeDeployDefault.LambdaAllAtOnce' } }) },
  { name: 'a configuration of the app for servers', caught: true, app: (stack) => deployed(stack, { group: { DeploymentConfigName: config(stack, {}) } }) },
  {
    name: 'old tasks for three days',
    caught: true,
    app: (stack) => deployed(stack, {
      group: { BlueGreenDeploymentConfiguration: { TerminateBlueInstancesOnDeploymentSuccess: { Action: 'TERMINATE', TerminationWaitTimeInMinutes: 4320 } } },
    }),
  },
  {
    name: 'old tasks that stay',
    caught: true,
    app: (stack) => deployed(stack, {
      group: { BlueGreenDeploymentConfiguration: { TerminateBlueInstancesOnDeploymentSuccess: { Action: 'KEEP_ALIVE' } } },
    }),
  },
  {
    name: 'a wait that nothing ends',
    caught: true,
    app: (stack) => deployed(stack, {
      group: { BlueGreenDeploymentConfiguration: { DeploymentReadyOption: { ActionOnTimeout: 'CONTINUE_DEPLOYMENT', WaitTimeInMinutes: 10 } } },
    }),
  },
  {
    name: 'no wait, as the CDK writes it',
    caught: false,
    app: (stack) => deployed(stack, {
      group: { BlueGreenDeploymentConfiguration: { DeploymentReadyOption: { ActionOnTimeout: 'CONTINUE_DEPLOYMENT', WaitTimeInMinutes: 0 } } },
    }),
  },
  { name: 'a rollback on alarms without alarms', caught: true, consequence: 'misbehaves', app: (stack) => deployed(stack, { group: ROLLBACK }) },
  { name: 'a rollback on an alarm', caught: false, app: (stack) => deployed(stack, { group: { ...ROLLBACK, AlarmConfiguration: { Enabled: true, Alarms: [{ Name: 'errors' }] } } }) },
  { name: 'a configuration of the app for ECS', caught: false, app: (stack) => deployed(stack, { group: { DeploymentConfigName: config(stack, { ComputePlatform: 'ECS' }) } }) },
  { name: 'test traffic on a listener of its own', caught: false, app: (stack) => deployed(stack, { tests: ['Elsewhere'] }) },
  { name: 'a canary behind a Network Load Balancer', caught: true, app: (stack) => deployed(stack, { group: CANARY, balancer: { Type: 'network' } }) },
  { name: 'a canary behind an Application Load Balancer', caught: false, app: (stack) => deployed(stack, { group: CANARY, balancer: { Type: 'application' } }) },
  { name: 'all at once behind a Network Load Balancer', caught: false, app: (stack) => deployed(stack, { balancer: { Type: 'network' } }) },
  { name: 'all of it', caught: false, app: (stack) => deployed(stack, { trusts: 'codedeploy.amazonaws.com' }) },
  { name: 'a parameter is the controller', caught: false, notChecked: true, app: (stack) => deployed(stack, { controller: parameter(stack) }) },
  {
    name: 'the CDK',
    caught: false,
    app: (stack) => {
      const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
      const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
      taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('nginx:1.27'), portMappings: [{ containerPort: 80 }] });
      const own = new ecs.FargateService(stack, 'Service', {
        cluster: new ecs.Cluster(stack, 'Cluster', { vpc }), taskDefinition, deploymentController: { type: ecs.DeploymentControllerType.CODE_DEPLOY },
      });
      const listener = new elbv2.ApplicationLoadBalancer(stack, 'Balancer', { vpc }).addListener('Listener', { port: 80 });
      const blueTargetGroup = listener.addTargets('Blue', { port: 80, targets: [own] });
      const greenTargetGroup = new elbv2.ApplicationTargetGroup(stack, 'Green', { vpc, port: 80, targetType: elbv2.TargetType.IP });
      new codedeploy.EcsDeploymentGroup(stack, 'Group', { service: own, blueGreenDeploymentConfig: { listener, blueTargetGroup, greenTargetGroup } });
    },
  },
];

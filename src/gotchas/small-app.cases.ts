import { CfnParameter, CfnResource, type Stack } from 'aws-cdk-lib/core';

type Properties = Readonly<Record<string, unknown>>;

/** A resource with its properties as CloudFormation spells them, so that a case can leave out or misspell any. */
export function resource(stack: Stack, id: string, type: string, properties: Properties): CfnResource {
  return new CfnResource(stack, id, { type, properties });
}

/** A task definition for Fargate with one container, in order but for what is given. */
export function fargateTask(stack: Stack, task: Properties = {}, container: Properties = {}): CfnResource {
  return resource(stack, 'Task', 'AWS::ECS::TaskDefinition', {
    RequiresCompatibilities: ['FARGATE'],
    NetworkMode: 'awsvpc',
    Cpu: '256',
    Memory: '512',
    ExecutionRoleArn: 'arn:aws:iam::111122223333:role/execution',
    ContainerDefinitions: [{ Name: 'app', Image: 'public.ecr.aws/nginx/nginx:1.27', ...container }],
    ...task,
  });
}

/** A service of a task definition, in order but for what is given. */
export function service(stack: Stack, properties: Properties = {}): CfnResource {
  return resource(stack, 'Service', 'AWS::ECS::Service', {
    Cluster: 'shop',
    LaunchType: 'FARGATE',
    DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: true, Rollback: true } },
    ...properties,
  });
}

/** A target group on a listener. */
export function targetGroup(stack: Stack, properties: Properties = {}): CfnResource {
  const group = resource(stack, 'TargetGroup', 'AWS::ElasticLoadBalancingV2::TargetGroup', {
    TargetType: 'ip', Protocol: 'HTTP', Port: 80, VpcId: 'vpc-1', ...properties,
  });
  resource(stack, 'Listener', 'AWS::ElasticLoadBalancingV2::Listener', {
    LoadBalancerArn: 'arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/shop/1',
    DefaultActions: [{ Type: 'forward', TargetGroupArn: group.ref }],
  });
  return group;
}

/** A role with one inline policy of what is allowed. */
export function role(stack: Stack, ...statements: readonly Properties[]): CfnResource {
  return resource(stack, 'Role', 'AWS::IAM::Role', {
    AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ecs-tasks.amazonaws.com' } }] },
    Policies: [{ PolicyName: 'inline', PolicyDocument: { Statement: statements } }],
  });
}

/** A value that a parameter of the stack decides. */
export function parameter(stack: Stack, id = 'Given', type = 'String'): string {
  return new CfnParameter(stack, id, { type }).valueAsString;
}

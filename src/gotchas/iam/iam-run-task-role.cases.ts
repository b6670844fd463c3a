import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { nightlyRule, workflow } from '../fixtures/task-launches';

type Statement = Readonly<Record<string, unknown>>;

function role(stack: Stack, principal: string, statements: readonly Statement[], more: Statement = {}): unknown {
  return resource(stack, 'Starter', 'AWS::IAM::Role', {
    AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: principal } }] },
    Policies: [{ PolicyName: 'inline', PolicyDocument: { Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })) } }],
    ...more,
  }).getAtt('Arn');
}

/** Roles of the task, which the starter has to pass. */
function roles(stack: Stack): { readonly TaskRoleArn: unknown; readonly ExecutionRoleArn: unknown } {
  const trust = { AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ecs-tasks.amazonaws.com' } }] } };
  return {
    TaskRoleArn: resource(stack, 'TaskRole', 'AWS::IAM::Role', trust).getAtt('Arn'),
    ExecutionRoleArn: resource(stack, 'ExecutionRole', 'AWS::IAM::Role', trust).getAtt('Arn'),
  };
}

function rule(stack: Stack, statements: readonly Statement[], { principal = EVENTS, parameters = {}, task = {} }: More = {}): void {
  nightlyRule(stack, { RoleArn: role(stack, principal, statements) }, parameters, task);
}

interface More {
  readonly principal?: string;
  readonly parameters?: Statement;
  readonly task?: Statement;
}

function schedule(stack: Stack, statements: readonly Statement[], target: Statement = {}): void {
  resource(stack, 'Schedule', 'AWS::Scheduler::Schedule', {
    ScheduleExpression: 'rate(1 day)',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: {
      Arn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop',
      RoleArn: role(stack, 'scheduler.amazonaws.com', statements),
      DeadLetterConfig: { Arn: 'arn:aws:sqs:eu-west-1:111122223333:dead' },
      EcsParameters: { TaskDefinitionArn: fargateTask(stack, roles(stack)).ref, LaunchType: 'FARGATE' },
      ...target,
    },
  });
}

const EVENTS = 'events.amazonaws.com';
const RUN = { Action: 'ecs:RunTask', Resource: { Ref: 'Task' } };
const RUN_ANY = { Action: 'ecs:RunTask', Resource: '*' };
const SEND = { Action: 'sqs:SendMessage', Resource: '*' };
const STOP = { Action: 'ecs:StopTask', Resource: '*' };
const SYNC = { Action: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'], Resource: '*' };
const PASS = { Action: 'iam:PassRole', Resource: '*' };
const TAGS = { TagList: [{ Key: 'team', Value: 'billing' }] };
const PASS_ALL = { Action: 'iam:PassRole', Resource: [{ 'Fn::GetAtt': ['TaskRole', 'Arn'] }, { 'Fn::GetAtt': ['ExecutionRole', 'Arn'] }] };

/** A rule in one of two clusters of the app, whose role may run tasks in what the condition names. */
function inCluster(cluster: unknown): GotchaCase['app'] {
  return (stack) => {
    const [own] = ['Cluster', 'Other'].map((id) => resource(stack, id, 'AWS::ECS::Cluster', {}));
    const run = { ...RUN, Condition: { ArnEquals: { 'ecs:cluster': cluster } } };
    nightlyRule(stack, { Arn: own.getAtt('Arn'), RoleArn: role(stack, EVENTS, [run, { Action: 'iam:PassRole', Resource: '*' }]) });
  };
}

export const cases: readonly GotchaCase[] = [
  { name: 'it may run tasks in another cluster', caught: true, app: inCluster({ 'Fn::GetAtt': ['Other', 'Arn'] }) },
  { name: 'the condition has the name of the cluster', caught: true, app: inCluster({ Ref: 'Cluster' }) },
  { name: 'it may run tasks in the cluster', caught: false, app: inCluster({ 'Fn::GetAtt': ['Cluster', 'Arn'] }) },
  { name: 'the condition spells the ARN of the cluster', caught: false, app: inCluster({ 'Fn::Sub': 'arn:aws:ecs:*:*:cluster/${Cluster}' }) },
  { name: 'it may run tasks in one of two clusters', caught: false, app: inCluster([{ 'Fn::GetAtt': ['Other', 'Arn'] }, { 'Fn::GetAtt': ['Cluster', 'Arn'] }]) },
  { name: 'a rule has no role', caught: true, app: (stack) => void nightlyRule(stack, { RoleArn: undefined }) },
  { name: 'the role is one for tasks', caught: true, app: (stack) => rule(stack, [RUN, PASS], { principal: 'ecs-tasks.amazonaws.com' }) },
  { name: 'the role is one for schedules', caught: true, app: (stack) => rule(stack, [RUN, PASS], { principal: 'scheduler.amazonaws.com' }) },
  { name: 'the role runs no tasks', caught: true, app: (stack) => rule(stack, [PASS]) },
  {
    name: 'the role runs a family without revision',
    caught: true,
    app: (stack) => rule(stack, [{ Action: 'ecs:RunTask', Resource: { 'Fn::Sub': 'arn:aws:ecs:${AWS::Region}:${AWS::AccountId}:task-definition/report' } }, PASS]),
  },
  {
    name: 'the role runs another task definition',
    caught: true,
    app: (stack) => {
      const other = resource(stack, 'Other', 'AWS::ECS::TaskDefinition', { ContainerDefinitions: [{ Name: 'app', Image: 'nginx' }] });
      rule(stack, [{ Action: 'ecs:RunTask', Resource: other.ref }, PASS]);
    },
  },
  { name: 'the role passes no role', caught: true, app: (stack) => rule(stack, [RUN], { task: roles(stack) }) },
  {
    name: 'the role passes the execution role alone',
    caught: true,
    app: (stack) => rule(stack, [RUN, { Action: 'iam:PassRole', Resource: { 'Fn::GetAtt': ['ExecutionRole', 'Arn'] } }], { task: roles(stack) }),
  },
  { name: 'the role sets no tags', caught: true, app: (stack) => rule(stack, [RUN, PASS], { parameters: TAGS }) },
  {
    name: 'a state machine has a role that runs no tasks',
    caught: true,
    app: (stack) => void workflow(stack, {}, { RoleArn: role(stack, 'states.amazonaws.com', [{ Action: 'lambda:InvokeFunction', Resource: '*' }]) }),
  },
  {
    name: 'a pipe has a role of the rule',
    caught: true,
    app: (stack) => void resource(stack, 'Pipe', 'AWS::Pipes::Pipe', {
      Source: 'arn:aws:sqs:eu-west-1:111122223333:orders',
      Target: 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop',
      RoleArn: role(stack, EVENTS, [{ Action: '*', Resource: '*' }]),
      TargetParameters: { EcsTaskParameters: { TaskDefinitionArn: 'report' } },
    }),
  },
  {
    name: 'the role passes roles to ECS itself',
    caught: true,
    app: (stack) => rule(stack, [RUN, { ...PASS, Condition: { StringEquals: { 'iam:PassedToService': 'ecs.amazonaws.com' } } }], { task: roles(stack) }),
  },
  {
    name: 'a state waits for its task without the rule of Step Functions',
    caught: true,
    consequence: 'rejected',
    app: (stack) => void workflow(stack, {}, { RoleArn: role(stack, 'states.amazonaws.com', [RUN, PASS, STOP]) }),
  },
  {
    name: 'a state machine may not stop its task',
    caught: true,
    consequence: 'misbehaves',
    app: (stack) => void workflow(stack, {}, { RoleArn: role(stack, 'states.amazonaws.com', [RUN, PASS, SYNC]) }),
  },
  {
    name: 'a pipe may not receive from its queue',
    caught: true,
    consequence: 'rejected',
    app: (stack) => void resource(stack, 'Pipe', 'AWS::Pipes::Pipe', {
      Source: 'arn:aws:sqs:eu-west-1:111122223333:orders',
      Target: 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop',
      RoleArn: role(stack, 'pipes.amazonaws.com', [{ Action: ['ecs:RunTask', 'iam:PassRole'], Resource: '*' }]),
      TargetParameters: { EcsTaskParameters: { TaskDefinitionArn: 'report' } },
    }),
  },
  { name: 'a schedule may not send to its dead-letter queue', caught: true, consequence: 'misbehaves', app: (stack) => schedule(stack, [RUN_ANY, PASS]) },
  {
    name: 'a schedule that calls the API has a role that runs no tasks',
    caught: true,
    app: (stack) => schedule(stack, [PASS, SEND], { Arn: 'arn:aws:scheduler:::aws-sdk:ecs:runTask', Input: '{"Cluster":"shop","TaskDefinition":"report"}', EcsParameters: undefined }),
  },
  {
    name: 'a schedule has all that it needs',
    caught: false,
    app: (stack) => schedule(stack, [RUN_ANY, { ...PASS, Condition: { StringLike: { 'iam:PassedToService': 'ecs-tasks.*' } } }, SEND]),
  },
  {
    name: 'a schedule calls another action of the API',
    caught: false,
    app: (stack) => schedule(stack, [], { Arn: 'arn:aws:scheduler:::aws-sdk:ecs:updateService', Input: '{"Cluster":"shop","Service":"web"}', EcsParameters: undefined }),
  },
  { name: 'the role has all that it needs', caught: false, app: (stack) => rule(stack, [RUN, PASS_ALL], { task: roles(stack) }) },
  {
    name: 'the role runs all revisions of a family',
    caught: false,
    app: (stack) => rule(stack, [{ Action: 'ecs:RunTask', Resource: { 'Fn::Sub': 'arn:aws:ecs:${AWS::Region}:${AWS::AccountId}:task-definition/report:*' } }, PASS]),
  },
  {
    name: 'the role sets tags on tasks that it runs',
    caught: false,
    app: (stack) => rule(stack, [RUN, PASS, { Action: 'ecs:TagResource', Resource: '*' }], { parameters: TAGS }),
  },
  {
    name: 'a managed policy may allow it',
    caught: false,
    notChecked: true,
    app: (stack) => void nightlyRule(stack, { RoleArn: role(stack, EVENTS, [], { ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceEventsRole'] }) }),
  },
  {
    name: 'a state machine may run it',
    caught: false,
    app: (stack) => void workflow(stack, {}, { RoleArn: role(stack, 'states.eu-west-1.amazonaws.com', [RUN, PASS, STOP, SYNC]) }),
  },
  { name: 'the role comes from outside', caught: false, notChecked: true, app: (stack) => void nightlyRule(stack, { RoleArn: parameter(stack) }) },
];

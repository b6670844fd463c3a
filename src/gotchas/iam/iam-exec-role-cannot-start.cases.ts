import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, role } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const ECR = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:v1';
const PULL = ['ecr:GetAuthorizationToken', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchCheckLayerAvailability'];
const WRITE = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const LOGGING = { LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': '/shop', 'awslogs-region': 'eu-west-1' } } };

function runs(stack: Stack, Action: unknown, container: Properties = { Image: ECR }, task: Properties = {}): void {
  fargateTask(stack, { ExecutionRoleArn: role(stack, { Effect: 'Allow', Action, Resource: '*' }).getAtt('Arn'), ...task }, container);
}

const TOKEN = { Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' };
const LAYERS = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchCheckLayerAvailability'];
const INLINE = [...PULL, ...WRITE].map((Action) => ({ Effect: 'Allow', Action, Resource: '*' }));

/** A task whose image is in one of two repositories of the app; the role may pull from what a function names. */
function pulls(stack: Stack, from: (repositories: Readonly<Record<'own' | 'other', CfnResource>>) => unknown, properties: Properties = {}): void {
  const own = resource(stack, 'Own', 'AWS::ECR::Repository', properties);
  const other = resource(stack, 'Other', 'AWS::ECR::Repository', {});
  const allowed = role(stack, TOKEN, { Effect: 'Allow', Action: LAYERS, Resource: from({ own, other }) });
  fargateTask(stack, { ExecutionRoleArn: allowed.getAtt('Arn') }, { Image: { 'Fn::Sub': '${Own.RepositoryUri}:v1' } });
}

/** A task with a log group, and a role that may write to what is named. */
function writes(stack: Stack, Resource: unknown, group: Properties = {}, name: unknown = { Ref: 'Group' }): void {
  resource(stack, 'Group', 'AWS::Logs::LogGroup', group);
  resource(stack, 'OtherGroup', 'AWS::Logs::LogGroup', {});
  const allowed = role(stack, { Effect: 'Allow', Action: WRITE, Resource });
  fargateTask(stack, { ExecutionRoleArn: allowed.getAtt('Arn') }, {
    LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': name, 'awslogs-region': { Ref: 'AWS::Region' } } },
  });
}

/** A task whose role has one statement. */
function runsWith(stack: Stack, statement: Properties): void {
  fargateTask(stack, { ExecutionRoleArn: role(stack, statement).getAtt('Arn') }, { Image: ECR, ...LOGGING });
}

/** A task with an image of a pull-through cache of the app. */
function cached(stack: Stack, actions: unknown): void {
  resource(stack, 'Cache', 'AWS::ECR::PullThroughCacheRule', { EcrRepositoryPrefix: 'quay', UpstreamRegistryUrl: 'quay.io' });
  runs(stack, actions, { Image: { 'Fn::Sub': '${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/quay/prometheus/prometheus:v2.53.0' } });
}

/** A task with all permissions, and what else stands in its role. */
function limited(stack: Stack, properties: Properties, ...statements: readonly Properties[]): void {
  const own = role(stack, ...INLINE, ...statements);
  for (const [name, value] of Object.entries(properties)) own.addPropertyOverride(name, value);
  fargateTask(stack, { ExecutionRoleArn: own.getAtt('Arn') }, { Image: ECR, ...LOGGING });
}

function boundary(stack: Stack, ...actions: readonly string[]): Properties {
  const policy = resource(stack, 'Boundary', 'AWS::IAM::ManagedPolicy', { PolicyDocument: { Statement: { Effect: 'Allow', Action: actions, Resource: '*' } } });
  return { PermissionsBoundary: policy.ref };
}

const logGroup = (name: string): unknown => ({ 'Fn::Sub': `arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:${name}` });

export const cases: readonly GotchaCase[] = [
  { name: 'the role may write logs, and not pull', caught: true, app: (stack) => runs(stack, WRITE) },
  {
    name: 'the image is in a repository of the app',
    caught: true,
    app: (stack) => runs(stack, WRITE, { Image: `${resource(stack, 'Images', 'AWS::ECR::Repository', {}).getAtt('RepositoryUri').toString()}:v1` }),
  },
  {
    name: 'the address of the image has several parts',
    caught: true,
    app: (stack) => runs(stack, WRITE, { Image: { 'Fn::Sub': '${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/shop:v1' } }),
  },
  { name: 'the layers may not be read', caught: true, consequence: 'risk', app: (stack) => runs(stack, 'ecr:GetAuthorizationToken') },
  { name: 'the role may pull, and not write logs', caught: true, app: (stack) => runs(stack, PULL, { Image: ECR, ...LOGGING }) },
  { name: 'the role may do both', caught: false, app: (stack) => runs(stack, [...PULL, ...WRITE], { Image: ECR, ...LOGGING }) },
  {
    name: 'the role has the managed policy',
    caught: false,
    app: (stack) => {
      const own = role(stack);
      own.addPropertyOverride('ManagedPolicyArns', ['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy']);
      fargateTask(stack, { ExecutionRoleArn: own.getAtt('Arn') }, { Image: ECR, ...LOGGING });
    },
  },
  { name: 'the image is public', caught: false, app: (stack) => runs(stack, WRITE, { Image: 'public.ecr.aws/nginx/nginx:1.27', ...LOGGING }) },
  {
    name: 'instances write the logs',
    caught: false,
    app: (stack) => runs(stack, PULL, { Image: ECR, Memory: 256, ...LOGGING }, { RequiresCompatibilities: ['EC2'] }),
  },
  { name: 'the role comes from outside', caught: false, notChecked: true, app: (stack) => void fargateTask(stack, { ExecutionRoleArn: parameter(stack) }, { Image: ECR }) },
  { name: 'another repository may be pulled from', caught: true, app: (stack) => pulls(stack, ({ other }) => other.getAtt('Arn')) },
  {
    name: 'another repository may be pulled from, and the own one has a policy',
    caught: true,
    consequence: 'risk',
    app: (stack) => pulls(stack, ({ other }) => other.getAtt('Arn'), { RepositoryPolicyText: { Statement: [] } }),
  },
  { name: 'repositories of another path may be pulled from', caught: true, app: (stack) => pulls(stack, () => 'arn:aws:ecr:eu-west-1:111122223333:repository/other/*') },
  { name: 'repositories of another region may be pulled from', caught: true, app: (stack) => pulls(stack, () => 'arn:aws:ecr:eu-west-1:*:repository/x', { RepositoryName: 'shop' }) },
  {
    name: 'the token is allowed on the repository',
    caught: true,
    app: (stack) => {
      const own = resource(stack, 'Own', 'AWS::ECR::Repository', {});
      fargateTask(stack, { ExecutionRoleArn: role(stack, { Effect: 'Allow', Action: PULL, Resource: own.getAtt('Arn') }).getAtt('Arn') }, { Image: `${own.getAtt('RepositoryUri').toString()}:v1` });
    },
  },
  { name: 'the own repository may be pulled from', caught: false, app: (stack) => pulls(stack, ({ own }) => own.getAtt('Arn')) },
  { name: 'one of several resources is the own repository', caught: false, app: (stack) => pulls(stack, ({ own, other }) => [other.getAtt('Arn'), own.getAtt('Arn')]) },
  { name: 'repositories of its path may be pulled from', caught: false, app: (stack) => pulls(stack, () => 'arn:aws:ecr:*:*:repository/shop/*', { RepositoryName: 'shop/api' }) },
  { name: 'the name of the own repository is that of the stack', caught: false, notChecked: true, app: (stack) => pulls(stack, () => 'arn:aws:ecr:*:*:repository/shop-*') },
  { name: 'a parameter names the repository', caught: false, notChecked: true, app: (stack) => pulls(stack, () => parameter(stack)) },
  { name: 'another log group may be written to', caught: true, app: (stack) => writes(stack, { 'Fn::GetAtt': ['OtherGroup', 'Arn'] }) },
  { name: 'log groups of another path may be written to', caught: true, app: (stack) => writes(stack, logGroup('/aws/*:*'), { LogGroupName: '/ecs/shop' }) },
  { name: 'the log group may be written to, and not its streams', caught: true, app: (stack) => writes(stack, logGroup('${Group}')) },
  {
    name: 'the name of the other log group is a text with a parameter',
    caught: true,
    app: (stack) => {
      parameter(stack, 'Env');
      writes(stack, logGroup('/ecs/${Env}/web:*'), { LogGroupName: { 'Fn::Sub': '/ecs/${Env}/api' } }, { 'Fn::Sub': '/ecs/${Env}/api' });
    },
  },
  {
    name: 'the name of the log group is a text with a parameter',
    caught: false,
    app: (stack) => {
      parameter(stack, 'Env');
      writes(stack, logGroup('/ecs/${Env}/api:*'), { LogGroupName: { 'Fn::Sub': '/ecs/${Env}/api' } }, { 'Fn::Sub': '/ecs/${Env}/api' });
    },
  },
  { name: 'the log group may be written to, by its attribute', caught: false, app: (stack) => writes(stack, { 'Fn::GetAtt': ['Group', 'Arn'] }) },
  { name: 'the streams of the log group may be written to, by a text', caught: false, app: (stack) => writes(stack, { 'Fn::Sub': '${Group.Arn}:*' }) },
  { name: 'the streams of the log group may be written to, by its name', caught: false, app: (stack) => writes(stack, logGroup('${Group}:log-stream:*')) },
  { name: 'a pull-through cache may not be filled', caught: true, consequence: 'risk', app: (stack) => cached(stack, PULL) },
  { name: 'a pull-through cache may be filled', caught: false, app: (stack) => cached(stack, [...PULL, 'ecr:BatchImportUpstreamImage', 'ecr:CreateRepository']) },
  { name: 'a statement denies the pull', caught: true, app: (stack) => limited(stack, {}, { Effect: 'Deny', Action: 'ecr:*', Resource: '*' }) },
  { name: 'a statement denies all but the pull', caught: true, app: (stack) => limited(stack, {}, { Effect: 'Deny', NotAction: 'ecr:*', Resource: '*' }) },
  { name: 'a statement denies all but what the role needs', caught: false, app: (stack) => limited(stack, {}, { Effect: 'Deny', NotAction: ['ecr:*', 'logs:*'], Resource: '*' }) },
  { name: 'a statement denies other log groups', caught: false, app: (stack) => limited(stack, {}, { Effect: 'Deny', Action: 'logs:*', NotResource: 'arn:aws:logs:*:*:log-group:/shop:*' }) },
  {
    name: 'a condition decides whether a statement denies it',
    caught: false,
    notChecked: true,
    app: (stack) => limited(stack, {}, { Effect: 'Deny', Action: 'ecr:*', Resource: '*', Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } } }),
  },
  {
    name: 'a denial is for calls of another service alone',
    caught: false,
    app: (stack) => limited(stack, {}, { Effect: 'Deny', Action: 'ecr:*', Resource: '*', Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } }),
  },
  { name: 'the permissions boundary does not allow the pull', caught: true, app: (stack) => limited(stack, boundary(stack, 'logs:*', 's3:*')) },
  { name: 'the permissions boundary allows it', caught: false, app: (stack) => limited(stack, boundary(stack, 'logs:*', 'ecr:*')) },
  { name: 'the permissions boundary comes from outside', caught: false, notChecked: true, app: (stack) => limited(stack, { PermissionsBoundary: parameter(stack) }) },
  {
    name: 'a statement allows it for calls of another service',
    caught: true,
    app: (stack) => runsWith(stack, { Effect: 'Allow', Action: [...PULL, ...WRITE], Resource: '*', Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } }),
  },
  { name: 'all actions but those of IAM are allowed', caught: false, app: (stack) => runsWith(stack, { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }) },
  { name: 'all actions but the pull are allowed', caught: true, app: (stack) => runsWith(stack, { Effect: 'Allow', NotAction: ['ecr:*'], Resource: '*' }) },
  {
    name: 'policies attached from either side allow it',
    caught: false,
    app: (stack) => {
      const PolicyDocument = (Action: unknown): Properties => ({ Statement: { Effect: 'Allow', Action, Resource: '*' } });
      const managed = resource(stack, 'Managed', 'AWS::IAM::ManagedPolicy', { PolicyDocument: PolicyDocument(PULL) });
      const own = role(stack);
      own.addPropertyOverride('ManagedPolicyArns', [managed.ref]);
      resource(stack, 'Writes', 'AWS::IAM::RolePolicy', { RoleName: own.ref, PolicyName: 'writes', PolicyDocument: PolicyDocument(WRITE) });
      fargateTask(stack, { ExecutionRoleArn: own.getAtt('Arn') }, { Image: ECR, ...LOGGING });
    },
  },
];

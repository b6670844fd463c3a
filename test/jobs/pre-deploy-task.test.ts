import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { App, Duration, NestedStack, Stack } from 'aws-cdk-lib/core';
import { Deployment, EcsWorkload, FargateWorkerService, OneOffTask, PreDeployTask, type PreDeployTaskProps } from '../../src';
import { messageOf, refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

const SERVICE = 'AWS::ECS::Service';

function app(more: Partial<PreDeployTaskProps> = {}, deployment?: Deployment, context = {}) {
  const stack = testStack(context);
  const cluster = testCluster(stack);
  const task = new OneOffTask(stack, 'Migration', { cluster, image: IMAGE, command: ['migrate'] });
  const service = new FargateWorkerService(stack, 'Worker', { cluster, image: IMAGE, deployment });
  return { stack, cluster, task, service, add: () => new PreDeployTask(stack, 'Migrate', { service, task, ...more }) };
}

function templateOf(more: Partial<PreDeployTaskProps> = {}): Template {
  const { stack, add } = app(more);
  add();
  return Template.fromStack(stack);
}

test.each(FLAG_SETS)('the template is as it was, with $flags', ({ context }) => {
  const { stack, add } = app({}, undefined, context);
  add();
  const { Resources } = Template.fromStack(stack).toJSON();
  const made = Object.fromEntries(Object.entries<any>(Resources).filter(([id, { Type }]) => id.startsWith('Migrate') && Type !== 'AWS::Lambda::Function'));
  expect(made).toMatchSnapshot();
});

test('each deployment waits for the task before its first new task, and fails with it', () => {
  templateOf().hasResource(SERVICE, {
    Properties: {
      DeploymentConfiguration: {
        LifecycleHooks: [{
          TargetType: 'AWS_LAMBDA',
          HookTargetArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^MigrateHandler'), 'Arn'] },
          RoleArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^WorkerServiceHookRole'), 'Arn'] },
          LifecycleStages: ['PRE_SCALE_UP'],
          TimeoutConfiguration: { TimeoutInMinutes: 40, Action: 'ROLLBACK' },
        }],
      },
    },
  });
});

test('the function knows what to run, and where', () => {
  templateOf({ timeout: Duration.hours(2), runOnRollback: true }).hasResourceProperties('AWS::Lambda::Function', {
    Handler: 'index.handler',
    Environment: {
      Variables: {
        CLUSTER: 'shop',
        TASK_DEFINITION: { Ref: Match.stringLikeRegexp('^MigrationTask') },
        CONTAINER: 'app',
        SUBNETS: 'subnet-private-a,subnet-private-b',
        SECURITY_GROUPS: { 'Fn::GetAtt': [Match.stringLikeRegexp('^MigrationSecurityGroup'), 'GroupId'] },
        ASSIGN_PUBLIC_IP: 'DISABLED',
        TIMEOUT_MINUTES: '120',
        RUN_ON_ROLLBACK: 'true',
        LOG_GROUP: { Ref: Match.stringLikeRegexp('^MigrationLogGroup') },
      },
    },
  });
});

test('the function may do nothing on everything', () => {
  const template = templateOf();
  const [{ Properties }] = Object.entries(template.findResources('AWS::IAM::Role')).filter(([id]) => id.startsWith('MigrateRole')).map(([, role]) => role);
  const statements = Properties.Policies[0].PolicyDocument.Statement;
  expect(statements.filter(({ Resource }: any) => [Resource].flat().includes('*'))).toEqual([]);
  expect(statements.flatMap(({ Action }: any) => Action).filter((action: string) => action.includes('*'))).toEqual([]);
  expect(statements.find(({ Action }: any) => Action === 'iam:PassRole')).toMatchObject({
    Resource: [{ 'Fn::GetAtt': [expect.stringMatching(/^MigrationTaskRolesTaskRole/), 'Arn'] }, { 'Fn::GetAtt': [expect.stringMatching(/ExecutionRole/), 'Arn'] }],
    Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
  });
});

test('the task may start before the service is there', () => {
  templateOf().hasResource('AWS::Lambda::Function', {
    DependsOn: Match.arrayWith([Match.stringLikeRegexp('^MigrationTaskRolesExecutionRole')]),
  });
});

test('a plain service waits too, beside the hooks that it has', () => {
  const { stack, cluster, task } = app();
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: IMAGE });
  const service = new ecs.FargateService(stack, 'Plain', { cluster, taskDefinition });
  service.addLifecycleHook({
    bind: () => ({ targetArn: 'arn:theirs', role: task.taskRoles.taskRole, lifecycleStages: [ecs.DeploymentLifecycleStage.POST_SCALE_UP] }),
  });
  new PreDeployTask(stack, 'Migrate', { service: EcsWorkload.fromService(service), task });
  const plain = Object.entries(Template.fromStack(stack).findResources(SERVICE)).find(([id]) => id.startsWith('Plain'))![1];
  expect(plain.Properties.DeploymentConfiguration.LifecycleHooks).toMatchObject([
    { HookTargetArn: 'arn:theirs', LifecycleStages: ['POST_SCALE_UP'] },
    { TargetType: 'AWS_LAMBDA', LifecycleStages: ['PRE_SCALE_UP'] },
  ]);
});

test('a function below long paths has a description that Lambda accepts', () => {
  const stack = testStack();
  const cluster = testCluster(stack);
  const task = new OneOffTask(stack, `Task${'x'.repeat(150)}`, { cluster, image: IMAGE });
  const service = new FargateWorkerService(stack, `Worker${'y'.repeat(150)}`, { cluster, image: IMAGE });
  new PreDeployTask(stack, 'Migrate', { service, task });
  const [{ Properties: { Description } }] = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Function'));
  expect(Description).toMatch(/^Runs \.\.\.x+ before deployments of \.\.\.y+\/Service$/);
  expect(Description.length).toBeLessThanOrEqual(256);
});

describe('invalid options', () => {
  test.each([
    [Duration.seconds(30), 'timeout is 0.5 minutes, it must be a whole number from 1 to 1430 minutes'],
    [Duration.days(1), 'timeout is 1440 minutes'],
  ])('a timeout of %s', (timeout, words) => {
    const { stack, service, task } = app();
    expect(refusalOf(stack, 'Migrate', (scope, id) => new PreDeployTask(scope, id, { service, task, timeout }))).toContain(words);
  });

  test('a service that something else deploys', () => {
    const { stack, cluster, task } = app();
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
    taskDefinition.addContainer('app', { image: IMAGE });
    const plain = new ecs.FargateService(stack, 'Plain', { cluster, taskDefinition, deploymentController: { type: ecs.DeploymentControllerType.CODE_DEPLOY } });
    const service = EcsWorkload.fromService(plain);
    expect(messageOf(() => new PreDeployTask(stack, 'Migrate', { service, task }))).toContain('service is deployed by the CODE_DEPLOY controller');
  });
});

test('tokens pass', () => {
  const { stack, service, task } = app();
  new PreDeployTask(stack, 'Migrate', { service, task, timeout: Duration.minutes(tokens(stack).number) });
  const template = templateWithoutTokens(stack);
  template.hasResourceProperties('AWS::Lambda::Function', { Environment: { Variables: { TIMEOUT_MINUTES: { Ref: 'Number' } } } });
  template.hasResourceProperties(SERVICE, { DeploymentConfiguration: { LifecycleHooks: [{ TimeoutConfiguration: { TimeoutInMinutes: 1440 } }] } });
});

describe('in another stack than its service', () => {
  function across(clusterIn: 'Shop' | 'Base', parent?: 'nested') {
    const root = new App();
    const [base, shop] = ['Base', 'Shop'].map((id) => new Stack(root, id));
    const cluster = new ecs.Cluster(clusterIn === 'Shop' ? shop : base, 'Cluster', { vpc: new ec2.Vpc(base, 'Vpc') });
    const service = new FargateWorkerService(shop, 'Worker', { cluster, image: IMAGE });
    const other = parent ? new NestedStack(shop, 'Nested') : new Stack(root, 'Other');
    return () => new PreDeployTask(other, 'First', { service, task: new OneOffTask(other, 'Migrate', { cluster, image: IMAGE }) });
  }

  test('is refused where the two stacks would depend on each other', () => {
    const message = messageOf(across('Shop'));
    expect(message).toContain('scope is in the stack Other, and the task needs what the stack of the service has');
    expect(message).toContain('fix:  create it in the stack of the service, Shop');
  });

  test('is accepted where the cluster is in a third stack, and in a nested stack', () => {
    expect(across('Base')).not.toThrow();
    expect(across('Shop', 'nested')).not.toThrow();
  });
});

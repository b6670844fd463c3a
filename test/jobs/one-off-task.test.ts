import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib/core';
import { FargateSize, OneOffTask, type OneOffTaskProps } from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

function migration(stack: Stack, props: Partial<OneOffTaskProps> = {}): OneOffTask {
  return new OneOffTask(stack, 'Migration', { cluster: testCluster(stack), image: IMAGE, ...props });
}

function eventTarget(stack: Stack, props: Partial<OneOffTaskProps> = {}): Template {
  const schedule = events.Schedule.rate(Duration.days(1));
  new events.Rule(stack, 'Daily', { schedule, targets: [migration(stack, props).asEventTarget()] });
  return Template.fromStack(stack);
}

/** The definition of a state machine that runs the task, as one text. */
function definition(stack: Stack, props: Partial<OneOffTaskProps> = {}): string {
  new sfn.StateMachine(stack, 'Release', { definitionBody: sfn.DefinitionBody.fromChainable(migration(stack, props).asState(stack, 'Migrate')) });
  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine'));
  return Properties.DefinitionString['Fn::Join'][1].map((part: unknown) => (typeof part === 'string' ? part : JSON.stringify(part))).join('');
}

describe.each(FLAG_SETS)('OneOffTask with $flags', ({ context }) => {
  test('synthesizes its recorded template', () => {
    const stack = testStack(context);
    const task = migration(stack);
    new CfnOutput(stack, 'Run', { value: task.runTaskCommand });
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });

  test('runs on Fargate only', () => {
    const stack = testStack(context);
    migration(stack, { size: FargateSize.of(512, 1024) });
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', {
      Cpu: '512', Memory: '1024', RequiresCompatibilities: ['FARGATE'], NetworkMode: 'awsvpc',
    });
  });
});

test('is run by nothing of its own', () => {
  const stack = testStack();
  migration(stack);
  const template = Template.fromStack(stack);
  for (const type of ['AWS::ECS::Service', 'AWS::Events::Rule', 'AWS::StepFunctions::StateMachine']) template.resourceCountIs(type, 0);
});

test('what was made is at hand', () => {
  const task = migration(testStack());
  expect(task.mainContainer.containerName).toBe('app');
  expect(task.taskDefinition.node.path).toBe('Shop/Migration/Task');
  expect(task.logGroup.node.path).toBe('Shop/Migration/LogGroup');
  expect(task.taskRoles.node.path).toBe('Shop/Migration/TaskRoles');
});

test('adds grants to the task role', () => {
  const stack = testStack();
  s3.Bucket.fromBucketName(stack, 'Uploads', 'uploads').grantRead(migration(stack));
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', { Roles: [{ Ref: Match.stringLikeRegexp('^MigrationTaskRolesTaskRole') }] });
});

test('may reach the services that allow it', () => {
  const stack = testStack();
  const database = ec2.SecurityGroup.fromSecurityGroupId(stack, 'Database', 'sg-database');
  database.connections.allowFrom(migration(stack), ec2.Port.tcp(5432));
  Template.fromStack(stack).hasResourceProperties('AWS::EC2::SecurityGroupIngress', { GroupId: 'sg-database', FromPort: 5432 });
});

describe('the command', () => {
  const GIVEN = { vpcSubnets: { availabilityZones: ['eu-west-1a'] } };
  const groups = (stack: Stack) => [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Given', 'sg-given')];

  test('exposes where to run the task', () => {
    const stack = testStack();
    const { runTaskCommand } = migration(stack, { ...GIVEN, securityGroups: groups(stack) });
    expect(stack.resolve(runTaskCommand)).toEqual({
      'Fn::Join': ['', [
        'aws ecs run-task --region ',
        { Ref: 'AWS::Region' },
        ' --cluster shop --task-definition ',
        { Ref: expect.stringMatching(/^MigrationTask/) },
        ' --launch-type FARGATE --network-configuration '
        + '"awsvpcConfiguration={subnets=[subnet-private-a],securityGroups=[sg-given],assignPublicIp=DISABLED}" --propagate-tags TASK_DEFINITION',
      ]],
    });
  });

  test('assigns a public address to the task in a public subnet', () => {
    const { runTaskCommand } = migration(testStack(), { assignPublicIp: true });
    expect(runTaskCommand).toContain('subnets=[subnet-public-a,subnet-public-b]');
    expect(runTaskCommand).toContain('assignPublicIp=ENABLED');
  });

  test('sets the platform version, where one is set', () => {
    expect(migration(testStack(), { platformVersion: ecs.FargatePlatformVersion.VERSION1_4 }).runTaskCommand).toContain(' --platform-version 1.4.0 ');
  });
});

describe('the event target', () => {
  test('exposes where to run the task', () => {
    eventTarget(testStack()).hasResourceProperties('AWS::Events::Rule', {
      Targets: [Match.objectLike({
        EcsParameters: {
          LaunchType: 'FARGATE',
          NetworkConfiguration: {
            AwsVpcConfiguration: {
              Subnets: ['subnet-private-a', 'subnet-private-b'],
              SecurityGroups: [{ 'Fn::GetAtt': [Match.stringLikeRegexp('^MigrationSecurityGroup'), 'GroupId'] }],
              AssignPublicIp: 'DISABLED',
            },
          },
          PropagateTags: 'TASK_DEFINITION',
        },
      })],
    });
  });

  test('sets the platform version and a public address, where they are set', () => {
    eventTarget(testStack(), { platformVersion: ecs.FargatePlatformVersion.VERSION1_4, assignPublicIp: true })
      .hasResourceProperties('AWS::Events::Rule', {
        Targets: [Match.objectLike({
          EcsParameters: Match.objectLike({
            PlatformVersion: '1.4.0',
            NetworkConfiguration: { AwsVpcConfiguration: Match.objectLike({ AssignPublicIp: 'ENABLED' }) },
          }),
        })],
      });
  });

  test('makes no security group of its own', () => {
    eventTarget(testStack()).resourceCountIs('AWS::EC2::SecurityGroup', 1);
  });
});

describe('the state', () => {
  test('waits until the task has ended', () => {
    expect(definition(testStack())).toContain(':states:::ecs:runTask.sync');
  });

  test('exposes where to run the task', () => {
    const text = definition(testStack());
    expect(text).toContain('"LaunchType":"FARGATE"');
    expect(text).toContain('"Subnets":["subnet-private-a","subnet-private-b"]');
    expect(text).toMatch(/"SecurityGroups":\["\{"Fn::GetAtt":\["MigrationSecurityGroup/);
  });

  test('sets the platform version, where one is set', () => {
    expect(definition(testStack(), { platformVersion: ecs.FargatePlatformVersion.VERSION1_4 })).toContain('"PlatformVersion":"1.4.0"');
  });
});

test('fails when its sidecar is invalid', () => {
  const stack = testStack();
  const cluster = testCluster(stack);
  const message = refusalOf(stack, 'Migration', (scope, id) => new OneOffTask(scope, id, {
    cluster, image: IMAGE, sidecars: [{ containerName: 'app', image: IMAGE }],
  }));
  expect(message).toContain('[td-duplicate-container-name]');
});

test('fails when the platform version is retired', () => {
  const stack = testStack();
  const cluster = testCluster(stack);
  const message = refusalOf(stack, 'Migration', (scope, id) => new OneOffTask(scope, id, {
    cluster, image: IMAGE, platformVersion: ecs.FargatePlatformVersion.VERSION1_3,
  }));
  expect(message).toContain('[ops-platform-version-retired]');
});

test('tokens pass in names and numbers', () => {
  const stack = testStack();
  const { text, number } = tokens(stack);
  const task = migration(stack, { family: text, size: FargateSize.of(number, number), command: [text], ephemeralStorageGiB: number });
  new CfnOutput(stack, 'Run', { value: task.runTaskCommand });
  templateWithoutTokens(stack).hasResourceProperties('AWS::ECS::TaskDefinition', { Family: { Ref: 'Text' }, Cpu: { Ref: 'Number' } });
});

import type { TaskDefinition } from '@aws-sdk/client-ecs';
import { deployedExample } from './support/deployment';

describe('examples/one-off-task', () => {
  const example = deployedExample('one-off-task', { imageTag: '1.36' });
  let taskDefinition: TaskDefinition;

  beforeAll(async () => {
    [taskDefinition] = await example().account.taskDefinitions();
  });

  test('the stack is complete, and runs no service', async () => {
    expect(await example().stackStatuses()).toEqual({ OneOffTask: 'CREATE_COMPLETE' });
    expect(await example().account.services()).toEqual([]);
  });

  test('the task definition follows the props', () => {
    expect(taskDefinition).toMatchObject({
      requiresCompatibilities: ['FARGATE'],
      cpu: '512',
      memory: '1024',
      containerDefinitions: [{
        image: 'public.ecr.aws/docker/library/busybox:1.36',
        command: ['sh', '-c', 'echo migrated'],
        logConfiguration: { logDriver: 'awslogs' },
      }],
    });
  });

  test('the rule starts one task every night in private subnets', async () => {
    const { Rules } = await example().account.events.listRules({});
    expect(Rules).toMatchObject([{ ScheduleExpression: 'cron(0 3 * * ? *)', State: 'ENABLED' }]);
    const { Targets } = await example().account.events.listTargetsByRule({ Rule: Rules![0].Name });
    expect(JSON.parse(Targets![0].Input!)).toEqual({ containerOverrides: [{ name: 'app', environment: [{ name: 'MODE', value: 'nightly' }] }] });
    expect(Targets).toMatchObject([{
      RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 3600 },
      EcsParameters: {
        LaunchType: 'FARGATE',
        NetworkConfiguration: {
          awsvpcConfiguration: {
            AssignPublicIp: 'DISABLED',
            Subnets: [expect.stringMatching(/^subnet-/), expect.stringMatching(/^subnet-/)],
            SecurityGroups: [expect.stringMatching(/^sg-/)],
          },
        },
      },
    }]);
  });

  test('the state machine runs the task and waits for it', async () => {
    const { stateMachines } = await example().account.stateMachines.listStateMachines({});
    const { definition } = await example().account.stateMachines.describeStateMachine({
      stateMachineArn: stateMachines![0].stateMachineArn,
    });
    expect(JSON.parse(definition!).States).toMatchObject({
      RunTheMigration: {
        Resource: 'arn:aws:states:::ecs:runTask.sync',
        TimeoutSeconds: 1800,
        Retry: [expect.objectContaining({ MaxAttempts: 5, IntervalSeconds: 30, BackoffRate: 2 })],
      },
    });
  });

  test('the command in the outputs names what has been deployed', async () => {
    const { Stacks } = await example().account.cloudFormation.describeStacks({ StackName: 'OneOffTask' });
    const command = Stacks![0].Outputs!.find(({ OutputKey }) => OutputKey === 'RunMigration')!.OutputValue!;
    expect(command).toMatch(/^aws ecs run-task /);
    expect(command).toContain(taskDefinition.family);
    expect(command).toMatch(/subnet-/);
    const undo = Stacks![0].Outputs!.find(({ OutputKey }) => OutputKey === 'UndoMigration')!.OutputValue!;
    expect(undo).toContain('--overrides \'{"containerOverrides":[{"name":"app","command":["sh","-c","echo undone"]}]}\'');
  });

  test('a new image arrives as a new revision', async () => {
    await example().deploy({ imageTag: '1.37' });
    expect(await example().account.taskDefinitions()).toMatchObject([{
      revision: 2,
      containerDefinitions: [{ image: 'public.ecr.aws/docker/library/busybox:1.37' }],
    }]);
  });

  test('destroys without leftovers', async () => {
    expect(await example().destroy()).toEqual([]);
  });
});

import type { TaskDefinition } from '@aws-sdk/client-ecs';
import { deployedExample } from './support/deployment';

describe('examples/one-off-task', () => {
  const example = deployedExample('one-off-task', { imageTag: '1.36' });
  let taskDefinition: TaskDefinition;

  /** The states of each state machine. */
  async function definitions(): Promise<ReadonlyArray<{ readonly [state: string]: object | undefined }>> {
    const { stateMachines } = await example().account.stateMachines.listStateMachines({});
    return Promise.all(stateMachines!.map(async ({ stateMachineArn }) => {
      const { definition } = await example().account.stateMachines.describeStateMachine({ stateMachineArn });
      return JSON.parse(definition!).States;
    }));
  }

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

  test('the schedule, the locks and the queues for dead letters are complete', async () => {
    const { StackResources } = await example().account.cloudFormation.describeStackResources({ StackName: 'OneOffTask' });
    const ofType = (type: string) => StackResources!.filter(({ ResourceType }) => ResourceType === type);
    const statuses = (type: string) => ofType(type).map(({ ResourceStatus }) => ResourceStatus);
    expect(statuses('AWS::Scheduler::Schedule')).toEqual(['CREATE_COMPLETE']);
    expect(statuses('AWS::DynamoDB::Table')).toEqual(['CREATE_COMPLETE']);
    expect(statuses('AWS::SQS::Queue')).toEqual(['CREATE_COMPLETE', 'CREATE_COMPLETE']);
  });

  test('the schedule starts the state machine in the time zone of the job, and keeps starts that fail', async () => {
    const { account } = example();
    const { Schedules } = await account.scheduler.listSchedules({});
    expect(Schedules).toHaveLength(1);
    const { Target, ...schedule } = await account.scheduler.getSchedule({ Name: Schedules![0].Name });
    expect(schedule).toMatchObject({
      State: 'ENABLED',
      ScheduleExpression: 'cron(0 3 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/Berlin',
      FlexibleTimeWindow: { Mode: 'OFF' },
    });
    expect(Target).toMatchObject({
      Arn: expect.stringContaining(':stateMachine:'),
      RoleArn: expect.stringContaining(':role/'),
      DeadLetterConfig: { Arn: expect.stringContaining('DeadLetters') },
      Input: expect.stringContaining('<aws.scheduler.scheduled-time>'),
    });
    const [statement] = (await account.statementsOf(Target!.RoleArn!)).filter(({ Action }) => [Action].flat().includes('states:StartExecution'));
    expect([statement.Resource].flat()).toContain(Target!.Arn);
  });

  test('an event whose run cannot be started goes to the queue of the rule', async () => {
    const { DeadLetter } = (await definitions()).find(({ StartOnce }) => StartOnce !== undefined)!;
    const { Rules } = await example().account.events.listRules({});
    const { Targets } = await example().account.events.listTargetsByRule({ Rule: Rules![0].Name });
    const { QueueUrl } = (DeadLetter as { readonly Parameters: { readonly QueueUrl: string } }).Parameters;
    expect(Targets![0].DeadLetterConfig!.Arn!.split(':').pop()).toBe(QueueUrl.split('/').pop());
  });

  test('the rule hands each event to the state machine under its id', async () => {
    const { Rules } = await example().account.events.listRules({});
    expect(Rules).toMatchObject([{ State: 'ENABLED', EventPattern: expect.stringContaining('Migration requested') }]);
    const { Targets } = await example().account.events.listTargetsByRule({ Rule: Rules![0].Name });
    expect(Targets).toMatchObject([{
      Arn: expect.stringContaining(':stateMachine:'),
      DeadLetterConfig: { Arn: expect.stringContaining(':sqs:') },
      InputTransformer: { InputPathsMap: { id: '$.id' } },
    }]);
  });

  test('the job runs the task in private subnets, and lets it go after an hour', async () => {
    const { Run } = (await definitions()).find(({ Lock }) => Lock !== undefined)!;
    expect(Run).toMatchObject({
      Resource: 'arn:aws:states:::ecs:runTask.sync',
      TimeoutSeconds: 3600,
      Parameters: {
        LaunchType: 'FARGATE',
        NetworkConfiguration: {
          AwsvpcConfiguration: { Subnets: [expect.stringMatching(/^subnet-/), expect.stringMatching(/^subnet-/)], SecurityGroups: [expect.stringMatching(/^sg-/)] },
        },
        Overrides: { ContainerOverrides: [{ Name: 'app', Environment: [{ Name: 'MODE', Value: 'nightly' }] }] },
      },
    });
  });

  test('the state machine runs the task and waits for it', async () => {
    const states = (await definitions()).find(({ RunTheMigration }) => RunTheMigration !== undefined);
    expect(states).toMatchObject({
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
    // The states name the family, which stands for its newest revision.
    for (const states of await definitions()) expect(JSON.stringify(states)).toContain(`"TaskDefinition":"${taskDefinition.family}"`);
    expect((await example().account.scheduler.listSchedules({})).Schedules).toHaveLength(1);
  });

  test('destroys without leftovers', async () => {
    expect(await example().destroy()).toEqual([]);
  });
});

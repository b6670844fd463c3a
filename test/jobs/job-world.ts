import { execute, ServiceError, type Ended, type Handler } from '../support/step-functions';

/** Result of a task. */
export type Outcome = 'exit 0' | 'exit 1' | 'no room' | 'throttled' | 'too long';

const ERRORS: { readonly [outcome: string]: readonly [name: string, message: string] } = {
  'exit 1': ['States.TaskFailed', '{"StopCode":"EssentialContainerExited"}'],
  'no room': ['AmazonECS.Unknown', '{"Failures":[{"Reason":"RESOURCE:MEMORY"}]}'],
  'throttled': ['ECS.ThrottlingException', 'Rate exceeded'],
  'too long': ['States.Timeout', ''],
};

/** An account with DynamoDB, ECS and Step Functions, as far as jobs use them. */
export class JobWorld {
  /** The environment of each task that began. */
  public readonly runs: Array<{ readonly [name: string]: string }> = [];
  public readonly items = new Map<string, { owner?: string; scheduledTime?: string }>();
  /** Executions that are over or running, by id. */
  public readonly executions = new Map<string, string>();
  public readonly started: Array<{ readonly name: string; readonly input: object }> = [];
  public readonly deadLetters: unknown[] = [];
  /** Error of each start of an execution, if any. */
  public startFault?: string;
  public asked = 0;
  public successes = 0;
  /** Event while a task runs, if any. */
  public meanwhile?: () => Promise<unknown>;

  private readonly outcomes: Outcome[];

  public constructor(private readonly definition: unknown, ...outcomes: Outcome[]) {
    this.outcomes = outcomes;
  }

  public async run(input: object, name = `run${this.executions.size + 1}`): Promise<Ended> {
    const id = `execution:${name}`;
    this.executions.set(id, 'RUNNING');
    const ended = await execute(this.definition, input, name, this.handlers);
    this.executions.set(id, ended.succeeded ? 'SUCCEEDED' : 'FAILED');
    return ended;
  }

  private get handlers(): { readonly [resource: string]: Handler } {
    return {
      'ecs:runTask.sync': async (input) => this.runTask(input),
      'dynamodb:updateItem': (input) => this.updateItem(input),
      'dynamodb:getItem': ({ Key }) => {
        const item = Object.entries(this.items.get(Key.job.S) ?? {});
        return item.length > 0 ? { Item: Object.fromEntries(item.map(([name, value]) => [name, { S: value }])) } : {};
      },
      'sfn:describeExecution': ({ ExecutionArn }) => {
        const Status = this.executions.get(ExecutionArn);
        if (!Status) throw new ServiceError('Sfn.ExecutionDoesNotExistException');
        return { Status };
      },
      'states:startExecution': ({ Name, Input }) => {
        if (this.startFault) throw new ServiceError(this.startFault);
        if (this.started.some(({ name }) => name === Name)) throw new ServiceError('StepFunctions.ExecutionAlreadyExistsException');
        this.started.push({ name: Name, input: Input });
        return { ExecutionArn: `execution:${Name}` };
      },
      'sqs:sendMessage': ({ MessageBody }) => { this.deadLetters.push(MessageBody); return {}; },
      'cloudwatch:putMetricData': () => { this.successes += 1; return {}; },
    };
  }

  private async runTask({ Overrides }: RunTask) {
    this.asked += 1;
    const outcome = this.outcomes.shift() ?? 'exit 0';
    if (outcome !== 'no room' && outcome !== 'throttled') {
      const variables = Overrides?.ContainerOverrides[0].Environment ?? [];
      this.runs.push(Object.fromEntries(variables.map(({ Name, Value }) => [Name, Value])));
      await this.meanwhile?.();
    }
    if (outcome !== 'exit 0') throw new ServiceError(...ERRORS[outcome]);
    return { StopCode: 'EssentialContainerExited', Containers: [{ ExitCode: 0 }] };
  }

  /** Conditions and updates of the locks, evaluated as DynamoDB does. */
  private updateItem({ Key, UpdateExpression, ConditionExpression, ExpressionAttributeNames: names, ExpressionAttributeValues }: Update) {
    const item = this.items.get(Key.job.S) ?? {};
    const value = (name: string) => ExpressionAttributeValues?.[name]?.S;
    const read = (name: string) => item[names[name]];
    const condition = ConditionExpression
      .replace(/attribute_not_exists\((#\w+)\)/g, (_, name) => String(read(name) === undefined))
      .replace(/(#\w+) (=|<>) (:\w+)/g, (_, name, operator, wanted) => String(read(name) !== undefined && (read(name) === value(wanted)) === (operator === '=')))
      .replace(/OR/g, '||').replace(/AND/g, '&&');
    expect(condition).toMatch(/^[\s()truefals|&]+$/);
    // eslint-disable-next-line no-new-func -- only true, false, brackets and operators
    if (!new Function(`return ${condition}`)()) throw new ServiceError('DynamoDB.ConditionalCheckFailedException');
    const changed = { ...item };
    const [, set] = /^SET (.*)$/.exec(UpdateExpression) ?? [];
    for (const one of set?.split(', ') ?? []) {
      const [name, wanted] = one.split(' = ');
      changed[names[name]] = value(wanted);
    }
    const [, removed] = /^REMOVE (#\w+)$/.exec(UpdateExpression) ?? [];
    if (removed) delete changed[names[removed]];
    this.items.set(Key.job.S, changed);
    return {};
  }
}

interface Update {
  readonly Key: { readonly job: { readonly S: string } };
  readonly UpdateExpression: string;
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames: { readonly [name: string]: 'owner' | 'scheduledTime' };
  readonly ExpressionAttributeValues?: { readonly [name: string]: { readonly S: string } };
}

interface RunTask {
  readonly Overrides?: { readonly ContainerOverrides: ReadonlyArray<{ readonly Environment?: readonly Variable[] }> };
}

interface Variable {
  readonly Name: string;
  readonly Value: string;
}

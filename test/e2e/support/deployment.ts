import { Account } from './account';
import * as cdk from './cdk';
import { Emulator } from './emulator';

/** Kept by their own decision when a stack is deleted, and so no leftovers. */
const KEPT_TYPES: Record<string, string> = { 'AWS::Logs::LogGroup': 'log group' };

/** One app in one emulated account. */
export class Deployment {
  readonly account: Account;
  private assembly = '';

  constructor(private readonly app: string, readonly emulator: Emulator) {
    this.account = new Account(emulator);
  }

  async deploy(context: cdk.Context = {}): Promise<void> {
    this.assembly = await cdk.synthesize(this.app, { context });
    try {
      await cdk.deploy(this.assembly, this.emulator.environment);
    } catch (error) {
      throw new Error(`${error}\n\nStack events:\n${await this.events()}`);
    }
  }

  /** Destroys every stack and answers what is left of them in the account. */
  async destroy(): Promise<string[]> {
    const kept = await this.retained();
    await cdk.destroy(this.assembly, this.emulator.environment);
    return (await this.account.leftovers()).filter((leftover) => !kept.includes(leftover));
  }

  /** The status of each stack. */
  async stackStatuses(): Promise<Record<string, string>> {
    const { Stacks = [] } = await this.account.cloudFormation.describeStacks({});
    return Object.fromEntries(Stacks.map(({ StackName, StackStatus }) => [StackName!, StackStatus!]));
  }

  private async retained(): Promise<string[]> {
    const kept: string[] = [];
    for (const [StackName, template] of Object.entries(cdk.templates(this.assembly))) {
      const { StackResources = [] } = await this.account.cloudFormation.describeStackResources({ StackName });
      for (const { LogicalResourceId, PhysicalResourceId, ResourceType } of StackResources) {
        const policy = template.Resources[LogicalResourceId!].DeletionPolicy ?? 'Delete';
        if (policy.startsWith('Retain') && ResourceType! in KEPT_TYPES) {
          kept.push(`${KEPT_TYPES[ResourceType!]} ${PhysicalResourceId}`);
        }
      }
    }
    return kept;
  }

  private async events(): Promise<string> {
    const lines: string[] = [];
    for (const StackName of Object.keys(cdk.templates(this.assembly))) {
      // A stack that hasn't been reached has no events.
      const { StackEvents = [] } = await this.account.cloudFormation.describeStackEvents({ StackName }).catch(() => ({ StackEvents: [] }));
      lines.push(...StackEvents.map((event) =>
        `${StackName} ${event.LogicalResourceId} ${event.ResourceStatus} ${event.ResourceStatusReason ?? ''}`));
    }
    return lines.join('\n');
  }
}

/** Starts an emulator for the test file, and deploys an example into it before the first test. */
export function deployedExample(name: string, context: cdk.Context): () => Deployment {
  return deployed(cdk.exampleApp(name), context);
}

export function deployed(app: string, context: cdk.Context = {}): () => Deployment {
  let emulator: Emulator | undefined;
  let deployment: Deployment;
  beforeAll(async () => {
    emulator = await Emulator.start();
    deployment = new Deployment(app, emulator);
    await deployment.deploy(context);
  });
  afterAll(() => emulator?.stop());
  return () => deployment;
}

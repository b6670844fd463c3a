/* eslint-disable @typescript-eslint/no-require-imports -- a client is loaded by the first call that needs it, under jest too, which has no import() */
/**
 * The clients by the name that messages use.
 *
 * Each file of `clients/` names just the commands that are in use, so that a bundle holds no more of the SDK than those.
 */
const LOADERS = {
  'ACM': () => require('./clients/certificates') as ClientModule,
  'ECS': () => require('./clients/ecs') as ClientModule,
  'Application Auto Scaling': () => require('./clients/scaling') as ClientModule,
  'CloudFormation': () => require('./clients/stacks') as ClientModule,
  'CloudWatch': () => require('./clients/cloudwatch') as ClientModule,
  'CloudWatch Logs': () => require('./clients/logs') as ClientModule,
  'CodeDeploy': () => require('./clients/code-deploy') as ClientModule,
  'Elastic Load Balancing': () => require('./clients/load-balancing') as ClientModule,
  'Cloud Map': () => require('./clients/discovery') as ClientModule,
  'EC2 Auto Scaling': () => require('./clients/auto-scaling') as ClientModule,
  'EC2': () => require('./clients/ec2') as ClientModule,
  'ECR': () => require('./clients/ecr') as ClientModule,
  'EFS': () => require('./clients/efs') as ClientModule,
  'Secrets Manager': () => require('./clients/secrets') as ClientModule,
  'Systems Manager': () => require('./clients/parameters') as ClientModule,
  'EventBridge': () => require('./clients/events') as ClientModule,
  'IAM': () => require('./clients/iam') as ClientModule,
  'EventBridge Scheduler': () => require('./clients/schedules') as ClientModule,
  'Step Functions': () => require('./clients/state-machines') as ClientModule,
  'SQS': () => require('./clients/queues') as ClientModule,
};

export type ClientName = keyof typeof LOADERS;

/** Interface that all clients of the SDK share. */
export interface SdkClient {
  readonly config: {
    readonly credentials: unknown;
    region(): Promise<string>;
  };
  readonly middlewareStack: { remove(name: string): boolean };
  send(command: object, options: { readonly abortSignal: AbortSignal }): Promise<object>;
  destroy(): void;
}

/** A file of `clients/`: the client, and commands by their names. */
export interface ClientModule {
  readonly Client: new (config: object) => SdkClient;
  readonly [command: string]: new (input: object) => object;
}

export function loadClient(name: ClientName): ClientModule {
  return LOADERS[name]();
}

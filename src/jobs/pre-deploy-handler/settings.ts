/** The settings in the environment of the function: its own name is from Lambda, the rest from the construct. */
export interface Settings {
  readonly functionName: string;
  readonly cluster: string;
  readonly taskDefinition: string;
  readonly container: string;
  readonly subnets: string[];
  readonly securityGroups: string[];
  readonly assignPublicIp: 'ENABLED' | 'DISABLED';
  readonly platformVersion?: string;
  readonly timeoutMinutes: number;
  readonly runOnRollback: boolean;
  readonly logGroup: string;
  /** The first part of the names of its log streams. */
  readonly streamPrefix: string;
}

export function settings(environment = process.env): Settings {
  const of = (name: string) => environment[name] ?? '';
  return {
    functionName: of('AWS_LAMBDA_FUNCTION_NAME'),
    cluster: of('CLUSTER'),
    taskDefinition: of('TASK_DEFINITION'),
    container: of('CONTAINER'),
    subnets: of('SUBNETS').split(','),
    securityGroups: of('SECURITY_GROUPS').split(','),
    assignPublicIp: of('ASSIGN_PUBLIC_IP') as Settings['assignPublicIp'],
    platformVersion: environment.PLATFORM_VERSION,
    timeoutMinutes: Number(of('TIMEOUT_MINUTES')),
    runOnRollback: of('RUN_ON_ROLLBACK') === 'true',
    logGroup: of('LOG_GROUP'),
    streamPrefix: environment.STREAM_PREFIX ?? of('CONTAINER'),
  };
}

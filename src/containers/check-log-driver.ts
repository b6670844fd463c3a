import * as ecs from 'aws-cdk-lib/aws-ecs';
import { refuse } from '../gotchas/enforce';
import { logDriverNotSupported } from '../gotchas/log/log-driver-not-supported';

const ON_FARGATE = ['awslogs', 'splunk', 'awsfirelens'];

/** The classes of the CDK by the driver that they stand for. */
const DRIVERS: ReadonlyArray<readonly [abstract new (...args: never[]) => ecs.LogDriver, string]> = [
  [ecs.AwsLogDriver, 'awslogs'],
  [ecs.FireLensLogDriver, 'awsfirelens'],
  [ecs.SplunkLogDriver, 'splunk'],
  [ecs.JsonFileLogDriver, 'json-file'],
  [ecs.SyslogLogDriver, 'syslog'],
  [ecs.JournaldLogDriver, 'journald'],
  [ecs.GelfLogDriver, 'gelf'],
  [ecs.FluentdLogDriver, 'fluentd'],
];

/** Throws for a log driver that Fargate doesn't have. */
export function checkLogDriver(at: string, property: string, driver: ecs.LogDriver | undefined): void {
  const name = driver && nameOf(driver);
  if (name === undefined || ON_FARGATE.includes(name)) return;
  refuse({
    headline: `${property} is ${name}, Fargate has ${ON_FARGATE.join(', ')}`,
    gotcha: logDriverNotSupported,
    at,
    property,
    fix: `leave ${property} out for awslogs, or use LogDrivers.splunk() or LogDrivers.firelens()`,
  });
}

/** A driver of the user's own class has a name that is known only after it is bound to a container. */
function nameOf(driver: ecs.LogDriver): string | undefined {
  if (driver instanceof ecs.GenericLogDriver) return (driver as unknown as { readonly logDriver: string }).logDriver;
  return DRIVERS.find(([kind]) => driver instanceof kind)?.[1];
}

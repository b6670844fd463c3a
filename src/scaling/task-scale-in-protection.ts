import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Duration, Stack, Tokenization } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { checkMinutes } from '../checks/arguments';
import { readPartProps } from '../checks/check-workload';
import { checkVariable } from '../checks/environment-variable';
import { warnUnlessEdited } from '../checks/not-edited';
import { pathOf } from '../checks/path-of';
import { checkPlaces } from '../checks/same-place';
import { ec2DaemonRules } from '../gotchas/ec2/ec2-daemon-rules';
import { refuse } from '../gotchas/enforce';
import { cfnServiceOf } from '../workload/cfn-service';
import type { IEcsWorkload } from '../workload/ecs-workload';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-scale-in-protection.html';

/**
 * Properties of a TaskScaleInProtection.
 */
export interface TaskScaleInProtectionProps {
  /**
   * The service whose tasks may protect themselves.
   */
  readonly service: IEcsWorkload;

  /**
   * The time for which a task asks for protection, 1 to 2880 minutes. ECS ends the protection after this time, also of a task that hangs.
   *
   * A deployment waits for protected tasks, and CloudFormation waits for a deployment for 3 hours.
   *
   * @default Duration.hours(2)
   */
  readonly protectionTime?: Duration;

  /**
   * The environment variable of the main container that contains `protectionTime` in minutes.
   *
   * @default 'PROTECTION_MINUTES'
   */
  readonly environmentVariable?: string;
}

/**
 * Lets the tasks of a service protect themselves from scale-in and from deployments while they work.
 *
 * The application protects its task before it takes a message, renews the protection during long work, and ends it afterwards. Each is a
 * request to the ECS agent, whose address is in the environment of each task:
 *
 * ```sh
 * curl -X PUT "$ECS_AGENT_URI/task-protection/v1/state" -H 'Content-Type: application/json' \
 *   -d "{\"ProtectionEnabled\": true, \"ExpiresInMinutes\": $PROTECTION_MINUTES}"
 * ```
 *
 * Protection does not stop an interruption of Fargate Spot or the end of an instance.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-scale-in-protection-endpoint.html
 *
 * @example
 * new TaskScaleInProtection(this, 'Protection', { service: worker, protectionTime: Duration.minutes(15) });
 */
export class TaskScaleInProtection extends Construct {
  /**
   * Defines a TaskScaleInProtection.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: TaskScaleInProtectionProps) {
    const at = pathOf(scope, id);
    const { service, protectionTime = Duration.hours(2), environmentVariable = 'PROTECTION_MINUTES' } = readPartProps(at, props);
    checkPlaces(scope, id, { service });
    checkMinutes(at, 'protectionTime', protectionTime, { min: 1, max: 2880, docs: DOCS });
    checkVariable(at, service.mainContainer, environmentVariable);
    refuseDaemon(at, service.service);
    super(scope, id);
    const { clusterName } = service.service.cluster;
    service.grantPrincipal.addToPrincipalPolicy(new iam.PolicyStatement({
      actions: ['ecs:GetTaskProtection', 'ecs:UpdateTaskProtection'],
      resources: [Stack.of(service.service).formatArn({ service: 'ecs', resource: 'task', resourceName: `${clusterName}/*` })],
    }));
    warnUnlessEdited(this, service, 'ecs:GetTaskProtection and ecs:UpdateTaskProtection on tasks of the cluster');
    service.mainContainer.addEnvironment(environmentVariable, Tokenization.stringifyNumber(protectionTime.toMinutes()));
  }
}

function refuseDaemon(at: string, service: ecs.BaseService): void {
  const { schedulingStrategy } = cfnServiceOf(service);
  if (schedulingStrategy !== 'DAEMON') return;
  refuse({
    headline: `service (${service.node.path}) is a daemon, whose tasks no scaling removes`,
    gotcha: ec2DaemonRules,
    at,
    property: 'service',
    fix: 'leave out the protection, or use an Ec2WorkerService',
    docs: DOCS,
  });
}

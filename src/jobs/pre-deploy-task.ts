import * as path from 'node:path';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Duration, Resource, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { OneOffTask } from './one-off-task';
import { preDeployRole } from './pre-deploy-role';
import { subnetIdsOf } from './task-placement';
import { checkMinutes } from '../checks/arguments';
import { checkAsset } from '../checks/assets';
import { checkKind } from '../checks/check-kind';
import { readPartProps } from '../checks/check-workload';
import { pathOf } from '../checks/path-of';
import { checkPlaces } from '../checks/same-place';
import { DeploymentHook } from '../deployment/deployment-hook';
import { ServiceDeployment } from '../deployment/service-deployment';
import { dplCodedeployControllerRules } from '../gotchas/dpl/dpl-codedeploy-controller-rules';
import { refuse } from '../gotchas/enforce';
import { cfnServiceOf } from '../workload/cfn-service';
import type { IEcsWorkload } from '../workload/ecs-workload';

// From its own place in src and lib, and from the bundle in lib/bundled.
const HANDLER = path.join(__dirname, '..', 'jobs', 'pre-deploy-handler');
const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/lambda-lifecycle-hooks.html';
/** ECS waits for a function for a day; a task that is late has to be stopped before. */
const TO_STOP = 10;
/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html */
const MOST_DESCRIPTION = 256;
const MOST_PATH = 110;
const MOST_MINUTES = 1440 - TO_STOP;

/**
 * Properties of a PreDeployTask.
 */
export interface PreDeployTaskProps {
  /**
   * The service whose deployments wait for the task, deployed by ECS and not by CodeDeploy.
   */
  readonly service: IEcsWorkload;

  /**
   * The task to run. Use the image of the service, so that both are of one version.
   */
  readonly task: OneOffTask;

  /**
   * Time for the task from its start, 1 to 1430 minutes. After it the task is stopped, and the deployment fails.
   *
   * @default Duration.minutes(30)
   */
  readonly timeout?: Duration;

  /**
   * If true, the task also runs when a deployment goes back to an older revision.
   *
   * @default false
   */
  readonly runOnRollback?: boolean;
}

/**
 * Runs a task to its end before each deployment of a service starts its first new task, for example a migration.
 *
 * A task that ends with another exit code than 0, that can't start or that exceeds its time fails the deployment: the old version
 * keeps serving, and ECS rolls back. Why is in the log group of the task, where the function
 * that runs it logs too, with the last that the task wrote.
 *
 * The task has to bear being run twice, as a deployment that fails after it is tried again; and the old version has to work with
 * what the task left. ECS deploys when the task definition or the network of a service changes, not when its count does.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/lambda-lifecycle-hooks.html
 *
 * @example
 * const migration = new OneOffTask(this, 'Migrate', { cluster, image, command: ['npm', 'run', 'migrate'] });
 * new PreDeployTask(this, 'MigrateFirst', { service: web, task: migration, timeout: Duration.minutes(10) });
 */
export class PreDeployTask extends Construct {
  /**
   * The function that ECS asks whether the task is done.
   */
  public readonly handler: lambda.Function;

  /**
   * Defines a PreDeployTask.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: PreDeployTaskProps) {
    const at = pathOf(scope, id);
    props = readPartProps(pathOf(scope, id), props, ['task']);
    const { service, task, timeout = Duration.minutes(30), runOnRollback = false } = props;
    checkMinutes(at, 'timeout', timeout, { min: 1, max: MOST_MINUTES, docs: DOCS });
    checkKind(at, 'task', task, '_placement', 'a OneOffTask');
    checkPlaces(scope, id, { service, task });
    checkStack(at, scope, service, task);
    checkController(at, service.service);
    checkOnDemand(at, task);
    checkAsset(scope, id, 'service', 'the code of a function');
    super(scope, id);

    const { cluster, network, platformVersion } = task._placement;
    this.handler = new lambda.Function(this, 'Handler', {
      description: descriptionOf(task.node.path, service.service.node.path),
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      code: lambda.Code.fromAsset(HANDLER, { exclude: ['*', '!*.js'] }),
      handler: 'index.handler',
      timeout: Duration.minutes(1),
      memorySize: 256,
      role: preDeployRole(this, task),
      logGroup: task.logGroup,
      environment: {
        CLUSTER: cluster.clusterName,
        TASK_DEFINITION: task.taskDefinition.taskDefinitionArn,
        CONTAINER: task.mainContainer.containerName,
        SUBNETS: subnetIdsOf(cluster, network!).join(','),
        SECURITY_GROUPS: network!.securityGroups.map((group) => group.securityGroupId).join(','),
        ASSIGN_PUBLIC_IP: network!.assignPublicIp ? 'ENABLED' : 'DISABLED',
        ...(platformVersion ? { PLATFORM_VERSION: platformVersion } : {}),
        TIMEOUT_MINUTES: `${timeout.toMinutes()}`,
        RUN_ON_ROLLBACK: `${runOnRollback}`,
        LOG_GROUP: task.logGroup.logGroupName,
        ...streamPrefixOf(task.mainContainer),
      },
    });
    // A task that starts before its permissions are there fails.
    this.handler.node.addDependency(task.taskRoles.executionRole, task.taskRoles.taskRole);
    ServiceDeployment.of(service.service).addHook(DeploymentHook.lambda(this.handler, {
      stages: [ecs.DeploymentLifecycleStage.PRE_SCALE_UP],
      timeout: Duration.minutes(timeout.isUnresolved() ? MOST_MINUTES + TO_STOP : timeout.toMinutes() + TO_STOP),
    }));
  }
}

/** Throws in a stack that the one of the service would depend on, and that would depend on it. */
function checkStack(at: string, scope: Construct, { service }: IEcsWorkload, task: OneOffTask): void {
  const [own, ofService] = [topOf(Stack.of(scope)), topOf(Stack.of(service))];
  const { cluster } = task._placement;
  const needed = Resource.isOwnedResource(cluster) ? [task, cluster] : [task];
  if (own === ofService || needed.every((construct) => topOf(Stack.of(construct)) !== ofService)) return;
  refuse({
    headline: `scope is in the stack ${own.node.path}, and the task needs what the stack of the service has`,
    at,
    property: 'scope',
    why: 'The service waits for this task, so its stack would depend on this one, and this one on it.',
    fix: `create it in the stack of the service, ${ofService.node.path}`,
    docs: DOCS,
  });
}

function topOf(stack: Stack): Stack {
  return stack.nestedStackParent ? topOf(stack.nestedStackParent) : stack;
}

/** The prefix of the log streams, where it is not the name of the container. */
function streamPrefixOf({ containerName, logDriverConfig }: ecs.ContainerDefinition): { [name: string]: string } {
  const prefix = logDriverConfig?.options?.['awslogs-stream-prefix'];
  return prefix === undefined || prefix === containerName ? {} : { STREAM_PREFIX: prefix };
}

/** Description of the function in the console. Lambda allows 256 characters: longer paths lose their beginning, which is alike for all. */
function descriptionOf(task: string, service: string): string {
  const whole = `Runs ${task} before deployments of ${service}`;
  if (whole.length <= MOST_DESCRIPTION) return whole;
  const [ofTask, ofService] = [task, service].map((one) => (one.length <= MOST_PATH ? one : `...${one.slice(3 - MOST_PATH)}`));
  return `Runs ${ofTask} before deployments of ${ofService}`;
}

function checkController(at: string, service: ecs.BaseService): void {
  const { deploymentController } = cfnServiceOf(service);
  const { type = 'ECS' } = (deploymentController ?? {}) as ecs.CfnService.DeploymentControllerProperty;
  if (type === 'ECS') return;
  refuse({
    headline: `service is deployed by the ${type} controller, only the deployments of ECS itself wait for a task`,
    gotcha: dplCodedeployControllerRules,
    at,
    property: 'service',
    why: 'Lifecycle hooks belong to the ECS controller. CodeDeploy has hooks of its own.',
    fix: 'use Deployment.blueGreen, or run the task before the deployment of CodeDeploy',
    docs: DOCS,
  });
}

/** A deployment waits for a task that starts at once and is not taken away: on Fargate, on demand. */
function checkOnDemand(at: string, { _placement: { strategy, onFargate } }: OneOffTask): void {
  if (strategy.length === 0) return;
  refuse({
    headline: `task runs on ${onFargate ? 'Fargate Spot' : 'EC2 instances'}, a deployment waits for tasks on Fargate on demand`,
    at,
    property: 'task',
    fix: onFargate ? 'leave out the capacity of the task' : 'leave out the ec2Capacity of the task',
    docs: DOCS,
  });
}

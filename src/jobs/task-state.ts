import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as sfnTasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { containerRun, sizeText } from './task-overrides';
import type { TaskPlacement } from './task-placement';
import type { TaskStateOptions } from './task-run-options';
import { tagTasks } from './tag-tasks';

/**
 * Errors of a task that never began: `Failures` in the answer of RunTask (`RESOURCE:MEMORY`, `AGENT`), no capacity on Fargate, throttling,
 * and faults of ECS or of the network.
 *
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html and
 * https://repost.aws/knowledge-center/ecs-fargate-runtask-capacity
 */
export const PLACEMENT_ERRORS = ['AmazonECS.Unknown', 'ECS.AmazonECSException', 'ECS.ThrottlingException', 'ECS.ServerException', 'ECS.SdkClientException'];

/** A task that began, and failed or took too long. */
export const WORK_ERRORS = ['States.TaskFailed', 'States.Timeout'];

const PLACEMENT_INTERVAL = Duration.seconds(30);
const WORK_INTERVAL = Duration.seconds(10);

/** A state that runs a task and waits for its end. */
export function taskState(
  scope: Construct,
  id: string,
  task: { readonly taskDefinition: ecs.TaskDefinition; readonly mainContainer: ecs.ContainerDefinition },
  placement: TaskPlacement,
  options: TaskStateOptions,
): sfn.TaskStateBase {
  const { network } = placement;
  const container = containerRun(options, task.mainContainer);
  const state = new sfnTasks.EcsRunTask(scope, id, {
    integrationPattern: sfn.IntegrationPattern.RUN_JOB,
    cluster: placement.cluster,
    taskDefinition: task.taskDefinition,
    launchTarget: launchTarget(placement),
    subnets: network?.subnets,
    securityGroups: network?.securityGroups,
    assignPublicIp: placement.onFargate ? network?.assignPublicIp : undefined,
    propagatedTagSource: ecs.PropagatedTagSource.TASK_DEFINITION,
    taskTimeout: options.timeout && sfn.Timeout.duration(options.timeout),
    containerOverrides: container && [{
      containerDefinition: task.taskDefinition.findContainer(container.containerName)!,
      command: commandOf(container.command),
      environment: container.environment?.map((variable) => ({ ...variable })),
    }],
    cpu: options.size && sizeText(options.size.cpu),
    memoryMiB: options.size && sizeText(options.size.memoryMiB),
  });
  addRetries(state, options);
  allowTags(state, placement);
  return state;
}

/** Permissions that a state registers with its state machine. The CDK leaves out the one for tags. */
function allowTags(state: sfnTasks.EcsRunTask, { cluster }: TaskPlacement): void {
  const { taskPolicies } = state as unknown as { readonly taskPolicies: iam.PolicyStatement[] };
  taskPolicies.push(tagTasks(state, cluster));
}

/** The CDK accepts no field of the input as a word of a list: the list is then composed when the state runs. */
function commandOf(command: string[] | undefined): string[] | undefined {
  if (!command?.some((word) => sfn.JsonPath.isEncodedJsonPath(word))) return command;
  return sfn.JsonPath.array(...command) as unknown as string[]; // Rendered as `Command.$`, which is a text.
}

function launchTarget({ strategy, onFargate, platformVersion }: TaskPlacement): sfnTasks.IEcsLaunchTarget {
  const capacityProviderOptions = strategy.length > 0 ? sfnTasks.CapacityProviderOptions.custom([...strategy]) : undefined;
  if (!onFargate) return new sfnTasks.EcsEc2LaunchTarget({ capacityProviderOptions });
  if (!capacityProviderOptions) return new sfnTasks.EcsFargateLaunchTarget(platformVersion && { platformVersion });
  return new sfnTasks.EcsFargateLaunchTarget({ platformVersion: platformVersion ?? ecs.FargatePlatformVersion.LATEST, capacityProviderOptions });
}

function addRetries(state: sfn.TaskStateBase, { placementRetries = 0, retries = 0 }: TaskStateOptions): void {
  if (placementRetries === 0 && retries === 0) return;
  // Must be the first retrier, also with 0 retries: `States.TaskFailed` stands for any error but a timeout.
  state.addRetry({ errors: PLACEMENT_ERRORS, interval: PLACEMENT_INTERVAL, backoffRate: 2, maxAttempts: placementRetries });
  if (retries > 0) state.addRetry({ errors: WORK_ERRORS, interval: WORK_INTERVAL, backoffRate: 2, maxAttempts: retries });
}

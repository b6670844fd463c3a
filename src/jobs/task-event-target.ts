import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as events from 'aws-cdk-lib/aws-events';
import * as eventTargets from 'aws-cdk-lib/aws-events-targets';
import { containerRun, sizeText } from './task-overrides';
import type { TaskPlacement } from './task-placement';
import type { TaskEventTargetOptions } from './task-run-options';

/** A task as the target of an event rule: the target of the CDK, which has no capacity provider strategy, with the strategy of the task. */
export class TaskEventTarget implements events.IRuleTarget {
  private readonly target: eventTargets.EcsTask;

  public constructor(
    task: { readonly taskDefinition: ecs.TaskDefinition; readonly mainContainer: ecs.ContainerDefinition },
    private readonly placement: TaskPlacement,
    options: TaskEventTargetOptions,
  ) {
    const { cluster, network, platformVersion, strategy } = placement;
    const container = containerRun(options, task.mainContainer);
    this.target = new eventTargets.EcsTask({
      cluster,
      taskDefinition: task.taskDefinition,
      launchType: strategy.length > 0 ? undefined : ecs.LaunchType.FARGATE,
      platformVersion,
      subnetSelection: network?.subnets,
      securityGroups: network?.securityGroups,
      assignPublicIp: placement.onFargate ? network?.assignPublicIp : undefined,
      propagateTags: ecs.PropagatedTagSource.TASK_DEFINITION,
      taskCount: options.taskCount,
      containerOverrides: container && [{ ...container, environment: container.environment?.map((variable) => ({ ...variable })) }],
      cpu: options.size && sizeText(options.size.cpu),
      memory: options.size && sizeText(options.size.memoryMiB),
      deadLetterQueue: options.deadLetterQueue,
      retryAttempts: options.retryAttempts,
      maxEventAge: options.maxEventAge,
    });
  }

  public bind(rule: events.IRule, id?: string): events.RuleTargetConfig {
    const config = this.target.bind(rule, id);
    const { strategy } = this.placement;
    if (strategy.length === 0) return config;
    return {
      ...config,
      ecsParameters: { ...config.ecsParameters!, launchType: undefined, capacityProviderStrategy: strategy.map((item) => ({ ...item })) },
    };
  }
}

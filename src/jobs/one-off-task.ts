import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as events from 'aws-cdk-lib/aws-events';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { checkCompute } from './one-off-task-checks';
import type { OneOffTaskProps } from './one-off-task-props';
import { checkEventTarget, checkRun, checkStart, checkState } from './run-checks';
import { runTaskCommand } from './run-task-command';
import { tagTasks } from './tag-tasks';
import { egressErrors } from './task-egress';
import { TaskEventTarget } from './task-event-target';
import { placementOf, type TaskPlacement } from './task-placement';
import type { TaskEventTargetOptions, TaskRunOptions, TaskStartOptions, TaskStateOptions } from './task-run-options';
import { taskState } from './task-state';
import { associateFargateProviders } from '../capacity/capacity-providers';
import { checkKind } from '../checks/check-kind';
import { injectedProps } from '../checks/injected-props';
import { pathOf } from '../checks/path-of';
import { readProps } from '../checks/read-props';
import { checkPlaces } from '../checks/same-place';
import { checkImageAssets } from '../containers/check-image-assets';
import { planContainers } from '../containers/container-plan';
import { containerOf } from '../containers/define-containers';
import { serviceFacts } from '../facts/service';
import type { TaskFacts } from '../facts/task';
import { enforce } from '../gotchas/enforce';
import type { TaskRoleBundle } from '../permissions/task-role-bundle';
import { checkItself } from '../rules/self-check';
import { Ec2TaskCapacity } from '../services/ec2-task-capacity';
import { FargateCapacity } from '../services/fargate-capacity';
import { warnOfPublicSubnets } from '../services/public-subnets';
import { FARGATE_MIX, readTaskProps } from '../services/read-service-props';
import { defineTask } from '../services/task';
import type { Capacity } from '../services/task-capacity';
import { checkTask } from '../services/task-checks';
import type { IEcsTask } from '../workload/ecs-task';

/**
 * A task that runs once and ends, when a person, a rule or a state machine starts it: a migration, a report, a clean-up.
 *
 * It runs on Fargate, on Fargate Spot or on EC2 instances. Nothing starts it by itself. Each way to run it names the launch type or the
 * capacity provider: without one, ECS requires EC2 instances in the cluster. Subnets in which the task could not start are refused at
 * synthesis.
 *
 * @example
 * const report = new OneOffTask(this, 'Report', { cluster, image, command: ['npm', 'run', 'report'] });
 * new CfnOutput(this, 'RunReport', { value: report.runTaskCommand });
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/standalone-tasks.html
 */
export class OneOffTask extends Construct implements IEcsTask {
  /**
   * The id by which property injectors of an app know this class.
   */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-ecs-guardrails.OneOffTask';

  /**
   * The task definition.
   */
  public readonly taskDefinition: ecs.TaskDefinition;

  /**
   * The container that does the work; the others help it.
   */
  public readonly mainContainer: ecs.ContainerDefinition;

  /**
   * The task role and the execution role.
   */
  public readonly taskRoles: TaskRoleBundle;

  /**
   * The log group that the containers log to.
   */
  public readonly logGroup: logs.ILogGroup;

  /**
   * The network connections of the task.
   */
  public readonly connections: ec2.Connections;

  /**
   * The task role, which grants go to.
   */
  public readonly grantPrincipal: iam.IPrincipal;

  /**
   * Launch type or strategy, and network.
   *
   * @internal
   */
  public readonly _placement: TaskPlacement;

  private readonly facts: TaskFacts;

  /**
   * Defines an OneOffTask.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: OneOffTaskProps) {
    const at = pathOf(scope, id);
    props = readTaskProps(at, injectedProps(scope, id, OneOffTask.PROPERTY_INJECTION_ID, props));
    checkKind(at, 'capacity', props.capacity, FARGATE_MIX.member, FARGATE_MIX.words);
    checkPlaces(scope, id, props);
    checkPlaces(scope, id, props.logging ?? {}, 'logging.');
    checkCompute(at, props);
    const { ec2Capacity, networkMode } = props;
    const capacity: Capacity = ec2Capacity ? new Ec2TaskCapacity({ capacity: ec2Capacity, networkMode }) : new FargateCapacity(props);
    const plans = planContainers(props, undefined, capacity.containerDefaults);
    const facts = checkTask(at, capacity, props, plans);
    checkImageAssets(scope, id, plans);
    enforce(at, 'service', serviceFacts({ ...capacity.serviceFacts(at, props), task: facts }));
    super(scope, id);
    checkItself(this);

    const task = defineTask(this, capacity, props, plans);
    this.facts = facts;
    this.taskDefinition = task.definition;
    this.node.defaultChild = task.definition.node.findChild('Resource');
    this.mainContainer = task.mainContainer;
    this.taskRoles = task.roles;
    this.logGroup = task.logGroup;
    this.grantPrincipal = task.roles.grantPrincipal;
    this._placement = placementOf(props, task.securityGroups);
    this.connections = new ec2.Connections({ securityGroups: task.securityGroups ?? props.cluster.connections.securityGroups });
    if (props.capacity?._hasSpot) associateFargateProviders(props.cluster);
    const containers = plans.map(({ name, options: { logDriver } }) => ({
      container: containerOf(task.definition, name), usesAwsLogs: logDriver === undefined,
    }));
    const errors = () => egressErrors(this.node.path, containers, this._placement);
    // One message about the subnets is enough.
    if (!ec2Capacity && !(props.cluster.vpc instanceof ec2.Vpc) && errors().length === 0) warnOfPublicSubnets(this, props, props.assignPublicIp);
    this.node.addValidation({ validate: errors });
  }

  /**
   * The command that runs the task with the AWS command line, for a `CfnOutput` or a pipeline.
   */
  public get runTaskCommand(): string {
    return this.runTaskCommandWith();
  }

  /**
   * Returns the command that runs the task with the AWS command line, with values that replace those of the task definition.
   *
   * @param options command, environment, size and container of this run
   */
  public runTaskCommandWith(options: TaskStartOptions = {}): string {
    options = readProps(this.node.path, options);
    checkStart(this.node.path, options);
    this._checkRun(this.node.path, options);
    return runTaskCommand(this, this._placement, options);
  }

  /**
   * Returns the task as the target of an EventBridge rule.
   *
   * EventBridge starts the task and does not see how it ends. Use a state machine where that matters.
   *
   * @param options command, environment, size and container of the runs
   */
  public asEventTarget(options: TaskEventTargetOptions = {}): events.IRuleTarget {
    options = readProps(this.node.path, options);
    checkEventTarget(this.node.path, options);
    this._checkRun(this.node.path, options);
    return new TaskEventTarget(this, this._placement, options);
  }

  /**
   * Returns the task as a state of a Step Functions state machine, which waits until the task has ended.
   *
   * The state fails if the main container ends with another exit code than 0. A Map state passes its item to the task by
   * `sfn.JsonPath.stringAt` in `command` and `environment`. A state starts one task: use a Map state for several.
   *
   * @param scope the construct that the state is a part of
   * @param id the id of the state, unique within the scope
   * @param options command, environment, size, timeout and retries of the run
   */
  public asState(scope: Construct, id: string, options: TaskStateOptions = {}): sfn.TaskStateBase {
    options = readProps(pathOf(scope, id), options);
    checkState(pathOf(scope, id), options);
    this._checkRun(pathOf(scope, id), options);
    return taskState(scope, id, this, this._placement, options);
  }

  /**
   * Allows a principal to run the task: `ecs:RunTask` on the task definition, `iam:PassRole` for its roles, and `ecs:TagResource` to start
   * it with the tags of the task definition.
   *
   * @param grantee the principal, for example the role of a Lambda function
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html
   */
  public grantRun(grantee: iam.IGrantable): iam.Grant {
    const grant = this.taskDefinition.grantRun(grantee);
    grantee.grantPrincipal.addToPrincipalPolicy(tagTasks(this, this._placement.cluster));
    return grant;
  }

  /**
   * Throws for a run that the task does not allow.
   *
   * @internal
   */
  public _checkRun(at: string, options: TaskRunOptions): void {
    checkRun(at, this, this.facts, options);
  }
}

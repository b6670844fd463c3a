import type * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import { Names, type TimeZone } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { checkActions, rangeAfterActions } from './check-scheduled-scaling';
import type { ScalingRangeProps } from './scaling-range';
import { TaskCountRange } from './task-count-range';
import { readScalingProps } from '../checks/check-workload';
import { pathOf } from '../checks/path-of';
import { checkPlaces } from '../checks/same-place';
import { render } from '../gotchas/message';
import type { IScalableService } from '../workload/scalable-service';

/**
 * A change of the range at a time.
 */
export interface ScheduledScalingAction {
  /**
   * Schedule of the change: by a calendar, at a rate, or once.
   */
  readonly schedule: appscaling.Schedule;

  /**
   * The time zone of the schedule, which follows its daylight saving time.
   *
   * @default - UTC
   */
  readonly timeZone?: TimeZone;

  /**
   * The fewest tasks from then on.
   *
   * @default - as before
   */
  readonly minCapacity?: number;

  /**
   * The most tasks from then on.
   *
   * @default - as before
   */
  readonly maxCapacity?: number;
}

/**
 * Properties of a ScheduledScaling.
 */
export interface ScheduledScalingProps extends ScalingRangeProps {
  /**
   * The service to scale.
   */
  readonly service: IScalableService;

  /**
   * The changes of the range. Each holds until the next one: what one raises, another must lower again.
   */
  readonly actions: ScheduledScalingAction[];
}

/**
 * Changes the range that a service scales in at set times. Within the range the count is moved by the other scaling parts.
 *
 * A deployment that changes the range in the template sets it at once, whatever the schedule did before.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-schedulescaling.html
 *
 * @example
 * new ScheduledScaling(this, 'Office', {
 *   service: web,
 *   actions: [
 *     { schedule: Schedule.cron({ hour: '7', minute: '0' }), minCapacity: 6 },
 *     { schedule: Schedule.cron({ hour: '19', minute: '0' }), minCapacity: 2 },
 *   ],
 * });
 */
export class ScheduledScaling extends Construct {
  /**
   * The scalable target of the service, which has the actions and which all its scaling parts share.
   */
  public readonly scalableTarget: appscaling.CfnScalableTarget;

  /**
   * Defines a ScheduledScaling.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: ScheduledScalingProps) {
    const at = pathOf(scope, id);
    props = readScalingProps(at, props, ['actions']);
    checkPlaces(scope, id, { service: props.service });
    TaskCountRange.check(at, props.service, props);
    checkActions(at, props, TaskCountRange.boundsSetBy(props.service));
    super(scope, id);
    const range = TaskCountRange.of(props.service);
    range.claim(this.node.path, props);
    this.scalableTarget = range.scalableTarget;
    props.actions.forEach((action, index) => range.taskCount.scaleOnSchedule(`${Names.uniqueId(this)}${index + 1}`, action));
    this.node.addValidation({
      validate: () => {
        const fault = rangeAfterActions(this.node.path, range.bounds, props.actions);
        return fault ? [render(fault)] : [];
      },
    });
  }
}

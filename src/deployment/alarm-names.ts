import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Names, Stack } from 'aws-cdk-lib/core';
import { refuse } from '../gotchas/enforce';

/**
 * The name of an alarm as a text and not as a reference, wherever that is possible.
 *
 * A service that refers to an alarm on its own metrics is a circle, which CloudFormation refuses. So an alarm of the app that
 * has no name yet gets one, made of its stack and its path.
 */
export function literalNameOf(alarm: cloudwatch.IAlarm): string {
  const resource = alarm.node.defaultChild;
  if (!(resource instanceof cloudwatch.CfnAlarm || resource instanceof cloudwatch.CfnCompositeAlarm)) return alarm.alarmName;
  const given: unknown = Stack.of(alarm).resolve(resource.alarmName);
  if (given === undefined) resource.alarmName = Names.uniqueResourceName(alarm, { maxLength: 255, separator: '-' });
  return resource.alarmName!;
}

/** Throws for an alarm that is named twice. */
export function checkAlarms(at: string, property: string, alarms: readonly cloudwatch.IAlarm[]): void {
  const again = alarms.find((alarm, index) => alarms.indexOf(alarm) !== index);
  if (!again) return;
  refuse({ headline: `${property} names ${again.node.path} twice`, at, property, fix: 'name each alarm once' });
}

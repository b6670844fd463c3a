import type { Resources } from './resources';
import { spelledForTemplates } from './spelling';
import { Unknown } from '../../../facts/fact';
import type { LiveService } from '../../collect/account';

/** The task definition of a service, and the log groups that its containers write to. */
export function addTaskDefinition(resources: Resources, { taskDefinition, logGroups }: LiveService): void {
  if (taskDefinition instanceof Unknown) return;
  resources.add(taskDefinition.taskDefinitionArn, 'AWS::ECS::TaskDefinition', spelledForTemplates(taskDefinition) as object);
  for (const [name, group] of logGroups instanceof Unknown ? [] : logGroups) {
    if (group) resources.add(`log group ${name}`, 'AWS::Logs::LogGroup', { LogGroupName: name, RetentionInDays: group.retentionInDays });
  }
}

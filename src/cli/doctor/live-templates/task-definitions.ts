import type { Resources } from './resources';
import { spelledForTemplates } from './spelling';
import { Unknown } from '../../../facts/fact';
import type { LiveRole, LiveService } from '../../collect/account';
import { notRead } from '../../collect/not-read';
import type { TaskDefinition } from '../../collect/shapes';

/** The task definition of a service, its roles, and the log groups that its containers write to. */
export function addTaskDefinition(resources: Resources, { taskDefinition, logGroups, roles }: LiveService): void {
  for (const role of roles instanceof Unknown ? [] : roles.values()) if (role) addRole(resources, role);
  if (taskDefinition instanceof Unknown) return;
  resources.add(taskDefinition.taskDefinitionArn, 'AWS::ECS::TaskDefinition', {
    ...spelledForTemplates(taskDefinition) as object,
    TaskRoleArn: resources.to(taskDefinition.taskRoleArn),
    ExecutionRoleArn: resources.to(taskDefinition.executionRoleArn),
  });
  if (logGroups instanceof Unknown) addUnreadGroups(resources, taskDefinition, logGroups);
  for (const [name, group] of logGroups instanceof Unknown ? [] : logGroups) {
    if (group) resources.add(`log group ${name}`, 'AWS::Logs::LogGroup', { LogGroupName: name, RetentionInDays: group.retentionInDays });
  }
}

/** A role: IAM decided what it may do, and only the policy that lets others assume it is read. */
function addRole(resources: Resources, { arn, trustPolicy, decisions }: LiveRole): void {
  const rest = notRead(decisions instanceof Unknown ? decisions.reason : 'IAM was asked about no other action of the role');
  const allowed = decisions instanceof Unknown ? [] : decisions.filter(({ decision }) => decision === 'allowed').map(({ action }) => action);
  resources.add(arn, 'AWS::IAM::Role', {
    AssumeRolePolicyDocument: documentOf(trustPolicy),
    Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: allowed, Resource: '*' }, { Effect: 'Allow', Action: rest, Resource: '*' }] } }],
    ManagedPolicyArns: rest,
  });
}

/** A policy with a list of statements: IAM accepts a single one too. */
function documentOf(text: string): unknown {
  try {
    const policy = JSON.parse(text) as { readonly Statement?: unknown };
    return { ...policy, Statement: [policy.Statement ?? []].flat() };
  } catch {
    return notRead('the trust policy is not JSON');
  }
}

function addUnreadGroups(resources: Resources, { containerDefinitions = [] }: TaskDefinition, { reason }: Unknown): void {
  for (const { logConfiguration } of containerDefinitions) {
    const name = logConfiguration?.options?.['awslogs-group'];
    if (name !== undefined) resources.add(`log group ${name}`, 'AWS::Logs::LogGroup', { LogGroupName: name, RetentionInDays: notRead(reason) });
  }
}

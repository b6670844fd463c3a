import * as events from 'aws-cdk-lib/aws-events';
import * as eventTargets from 'aws-cdk-lib/aws-events-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const PATTERN = { 'source': ['aws.ecs'], 'detail-type': ['ECS Task State Change'] };
const PUBLISH = { Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sns:Publish', Resource: '*' };

function rule(stack: Stack, Arn: unknown, target: Properties = {}, EventPattern: Properties = PATTERN): CfnResource {
  return resource(stack, 'Rule', 'AWS::Events::Rule', { EventPattern, Targets: [{ Id: 'notice', Arn, ...target }] });
}

/** A topic with a policy of these statements; none without any. */
function topic(stack: Stack, ...statements: readonly Properties[]): string {
  const { ref } = resource(stack, 'Topic', 'AWS::SNS::Topic', {});
  if (statements.length > 0) resource(stack, 'Policy', 'AWS::SNS::TopicPolicy', { Topics: [ref], PolicyDocument: { Version: '2012-10-17', Statement: statements } });
  return ref;
}

function called(stack: Stack, permission?: (Arn: unknown) => Properties): void {
  const Arn = resource(stack, 'Function', 'AWS::Lambda::Function', { Code: { ZipFile: '' }, Role: 'arn:aws:iam::111122223333:role/notice' }).getAtt('Arn');
  const own = rule(stack, Arn);
  if (permission) resource(stack, 'Permission', 'AWS::Lambda::Permission', { FunctionName: Arn, Action: 'lambda:InvokeFunction', Principal: 'events.amazonaws.com', ...permission(own.getAtt('Arn')) });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a topic has no policy', caught: true, app: (stack) => void rule(stack, topic(stack)) },
  { name: 'the policy is for alarms', caught: true, app: (stack) => void rule(stack, topic(stack, { ...PUBLISH, Principal: { Service: 'cloudwatch.amazonaws.com' } })) },
  { name: 'the policy allows another action', caught: true, app: (stack) => void rule(stack, topic(stack, { ...PUBLISH, Action: 'sns:Subscribe' })) },
  { name: 'a function has no permission', caught: true, app: (stack) => called(stack) },
  { name: 'the permission is for a bucket', caught: true, app: (stack) => called(stack, () => ({ Principal: 's3.amazonaws.com' })) },
  {
    name: 'the permission is for another rule',
    caught: true,
    app: (stack) => called(stack, () => ({ SourceArn: resource(stack, 'Other', 'AWS::Events::Rule', { ScheduleExpression: 'rate(1 day)' }).getAtt('Arn') })),
  },
  { name: 'the policy is for EventBridge', caught: false, app: (stack) => void rule(stack, topic(stack, PUBLISH)) },
  { name: 'a later statement of the policy is', caught: false, app: (stack) => void rule(stack, topic(stack, { ...PUBLISH, Principal: { AWS: 'arn:aws:iam::111122223333:root' } }, { ...PUBLISH, Action: ['SNS:Publish'] })) },
  { name: 'the permission is for this rule', caught: false, app: (stack) => called(stack, (SourceArn) => ({ SourceArn })) },
  { name: 'the permission names no source', caught: false, app: (stack) => called(stack, () => ({})) },
  { name: 'the topic is of another stack', caught: false, app: (stack) => void rule(stack, { 'Fn::ImportValue': 'alerts' }) },
  { name: 'the rule has a role', caught: false, app: (stack) => void rule(stack, topic(stack), { RoleArn: 'arn:aws:iam::111122223333:role/notice' }) },
  { name: 'the rule is for events of EC2', caught: false, app: (stack) => void rule(stack, topic(stack), {}, { source: ['aws.ec2'] }) },
  {
    name: 'a parameter decides which topic the policy is for',
    caught: false,
    notChecked: true,
    app: (stack) => {
      rule(stack, topic(stack));
      resource(stack, 'Policy', 'AWS::SNS::TopicPolicy', { Topics: [parameter(stack)], PolicyDocument: { Statement: [PUBLISH] } });
    },
  },
  {
    name: 'the CDK adds the policy',
    caught: false,
    app: (stack) => void new events.Rule(stack, 'Rule', { eventPattern: { source: ['aws.ecs'] }, targets: [new eventTargets.SnsTopic(new sns.Topic(stack, 'Topic'))] }),
  },
];

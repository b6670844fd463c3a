import { Match, Template } from 'aws-cdk-lib/assertions';
import { Duration } from 'aws-cdk-lib/core';
import { worker } from './scaled';
import { Ec2DaemonService, TaskScaleInProtection, type TaskScaleInProtectionProps } from '../../src';
import { refusalOf } from '../support/refusals';
import { IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

test.each<[string, Partial<TaskScaleInProtectionProps>, { readonly Name: string; readonly Value: string }]>([
  ['two hours', {}, { Name: 'PROTECTION_MINUTES', Value: '120' }],
  ['a time', { protectionTime: Duration.minutes(15), environmentVariable: 'MINUTES' }, { Name: 'MINUTES', Value: '15' }],
])('tasks of the cluster protect themselves for %s', (_, props, variable) => {
  const stack = testStack();
  new TaskScaleInProtection(stack, 'Protection', { service: worker(stack), ...props });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: [{
        Action: ['ecs:GetTaskProtection', 'ecs:UpdateTaskProtection'],
        Resource: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':ecs:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':task/shop/*']] },
      }],
    },
  });
  template.hasResourceProperties('AWS::ECS::TaskDefinition', { ContainerDefinitions: [{ Environment: Match.arrayWith([variable]) }] });
});

test('a token of minutes is the value of the variable', () => {
  const stack = testStack();
  new TaskScaleInProtection(stack, 'Protection', { service: worker(stack), protectionTime: Duration.minutes(tokens(stack).number) });
  templateWithoutTokens(stack).hasResourceProperties('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: [{ Environment: [{ Name: 'PROTECTION_MINUTES', Value: { Ref: 'Number' } }] }],
  });
});

test.each<[string, Partial<TaskScaleInProtectionProps>, string]>([
  ['half a minute', { protectionTime: Duration.seconds(30) }, 'protectionTime is 0.5 minutes, it must be a whole number from 1 to 2880 minutes'],
  ['three days', { protectionTime: Duration.days(3) }, 'protectionTime is 4320 minutes'],
  ['a variable with a hyphen', { environmentVariable: 'PROTECTION-MINUTES' }, 'environmentVariable is'],
])('fails for %s', (_, props, words) => {
  const stack = testStack();
  const service = worker(stack);
  expect(refusalOf(stack, 'Protection', (scope, id) => new TaskScaleInProtection(scope, id, { service, ...props }))).toContain(words);
});

test('fails for a daemon, whose tasks no scaling removes', () => {
  const stack = testStack();
  const service = new Ec2DaemonService(stack, 'Daemon', { cluster: testCluster(stack), image: IMAGE, memoryLimitMiB: 128 });
  expect(refusalOf(stack, 'Protection', (scope, id) => new TaskScaleInProtection(scope, id, { service }))).toContain('[ec2-daemon-rules]');
});

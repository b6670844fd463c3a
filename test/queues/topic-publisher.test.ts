import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { App, Stack } from 'aws-cdk-lib/core';
import { worker } from './consuming';
import { FargateSize, OneOffTask, TopicPublisher } from '../../src';
import { refusalOf } from '../support/refusals';
import { IMAGE, testCluster, testStack } from '../support/stacks';

test('a service publishes to a topic and uses its key', () => {
  const stack = testStack();
  const topic = new sns.Topic(stack, 'Orders', { masterKey: new kms.Key(stack, 'Key') });
  expect(new TopicPublisher(stack, 'Publish', { service: worker(stack), topic, environmentVariable: 'ORDERS_ARN' }).topic).toBe(topic);
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({ Action: 'sns:Publish', Resource: stack.resolve(topic.topicArn) }),
        Match.objectLike({ Action: ['kms:Decrypt', 'kms:GenerateDataKey*'] }),
      ]),
    },
  });
  template.hasResourceProperties('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: [{ Environment: [{ Name: 'ORDERS_ARN', Value: stack.resolve(topic.topicArn) }] }],
  });
});

test('a task that runs once publishes too', () => {
  const stack = testStack();
  const task = new OneOffTask(stack, 'Report', { cluster: testCluster(stack), image: IMAGE, size: FargateSize.of(256, 512) });
  new TopicPublisher(stack, 'Publish', { service: task, topic: new sns.Topic(stack, 'Reports') });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: [{ Environment: [Match.objectLike({ Name: 'TOPIC_ARN' })] }],
  });
});

test('a topic of another account is reported', () => {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Shop', { env: { account: '111122223333', region: 'eu-west-1' } });
  new TopicPublisher(stack, 'Publish', { service: worker(stack), topic: sns.Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:eu-west-1:444455556666:orders') });
  Annotations.fromStack(stack).hasWarning('/Shop/Publish', Match.stringLikeRegexp('the topic belongs to account 444455556666: make sure that its policy allows the task role sns:Publish'));
});

test('fails for a variable that the container has, and for no service', () => {
  const stack = testStack();
  const [service, topic] = [worker(stack), new sns.Topic(stack, 'Topic')];
  service.mainContainer.addEnvironment('TOPIC_ARN', 'here');
  expect(refusalOf(stack, 'Publish', (scope, id) => new TopicPublisher(scope, id, { service, topic }))).toContain('[td-env-secret-name-clash]');
  expect(refusalOf(stack, 'Publish', (scope, id) => new TopicPublisher(scope, id, { topic } as never))).toContain('service is left out');
  expect(refusalOf(stack, 'Publish', (scope, id) => new TopicPublisher(scope, id, { service: service.service as never, topic }))).toContain('EcsWorkload.fromService(service)');
});

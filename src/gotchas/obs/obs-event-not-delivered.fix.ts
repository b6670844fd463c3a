import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  const topic = new sns.Topic(stack, 'Mail');
  const arn = topic.topicArn;
  new events.CfnRule(stack, 'Stopped', {
    eventPattern: { 'source': ['aws.ecs'], 'detail-type': ['ECS Task State Change'] },
    targets: [{ id: 'mail', arn }],
  });
};

export const plain: Fix = ({ stack }) => {
  const topic = new sns.Topic(stack, 'Mail');
  new events.Rule(stack, 'Stopped', {
    eventPattern: { source: ['aws.ecs'], detailType: ['ECS Task State Change'] },
    targets: [new targets.SnsTopic(topic)],
  });
};

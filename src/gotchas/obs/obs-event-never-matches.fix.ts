import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster }) => {
  new events.Rule(stack, 'Stopped', {
    eventPattern: {
      source: ['ecs'],
      detailType: ['ECS Task State Change'],
      detail: { clusterArn: [cluster.clusterName], lastStatus: ['STOPPED'] },
    },
    targets: [new targets.SnsTopic(new sns.Topic(stack, 'Mail'))],
  });
};

export const plain: Fix = ({ stack, cluster }) => {
  new events.Rule(stack, 'Stopped', {
    eventPattern: {
      source: ['aws.ecs'],
      detailType: ['ECS Task State Change'],
      detail: { clusterArn: [cluster.clusterArn], lastStatus: ['STOPPED'] },
    },
    targets: [new targets.SnsTopic(new sns.Topic(stack, 'Mail'))],
  });
};

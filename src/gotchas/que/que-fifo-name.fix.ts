import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  new sqs.CfnQueue(stack, 'Orders', { queueName: 'orders', fifoQueue: true });
};

export const plain: Fix = ({ stack }) => {
  new sqs.CfnQueue(stack, 'Orders', { queueName: 'orders.fifo', fifoQueue: true });
};

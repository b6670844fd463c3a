import * as sns from 'aws-cdk-lib/aws-sns';
import { isFifoName } from './known-queue';
import type { Fact } from '../facts/fact';

/** True if a topic is a FIFO topic. The name of an imported topic shows it, if it is known. */
export function isFifoTopic(topic: sns.ITopic): Fact<boolean> {
  return topic.fifo || topic instanceof sns.Topic ? topic.fifo : isFifoName(topic.topicArn);
}

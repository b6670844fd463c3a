import type * as sns from 'aws-cdk-lib/aws-sns';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { warn, warnUnlessEdited } from '../checks/not-edited';
import { placeOf } from './place';
import { checkVariable } from '../checks/environment-variable';
import { pathOf } from '../checks/path-of';
import { readTaskPartProps } from '../checks/check-workload';
import { checkPlaces } from '../checks/same-place';
import type { IEcsTask } from '../workload/ecs-task';

/**
 * Properties of a TopicPublisher.
 */
export interface TopicPublisherProps {
  /**
   * The service or task whose main container publishes.
   */
  readonly service: IEcsTask;

  /**
   * The topic. The policy of a topic of another account must allow the task role.
   */
  readonly topic: sns.ITopic;

  /**
   * The environment variable of the main container that contains the ARN of the topic.
   *
   * @default 'TOPIC_ARN'
   */
  readonly environmentVariable?: string;
}

/**
 * Lets a service or a task publish to a topic: permissions on the topic and its key, and the ARN in an environment variable.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-using-identity-based-policies.html
 *
 * @example
 * const orders = new sns.Topic(this, 'Orders');
 * new TopicPublisher(this, 'PublishOrders', { service: web, topic: orders, environmentVariable: 'ORDERS_TOPIC_ARN' });
 */
export class TopicPublisher extends Construct {
  /**
   * The topic.
   */
  public readonly topic: sns.ITopic;

  /**
   * Defines a TopicPublisher.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: TopicPublisherProps) {
    const at = pathOf(scope, id);
    const { service, topic, environmentVariable = 'TOPIC_ARN' } = readTaskPartProps(at, props, ['topic']);
    checkPlaces(scope, id, { service });
    checkVariable(at, service.mainContainer, environmentVariable);
    super(scope, id);
    this.topic = topic;
    topic.grantPublish(service);
    topic.masterKey?.grant(service, 'kms:Decrypt', 'kms:GenerateDataKey*');
    warnUnlessEdited(this, service, 'sns:Publish on the topic');
    this.warnOfOtherAccount();
    service.mainContainer.addEnvironment(environmentVariable, topic.topicArn);
  }

  private warnOfOtherAccount(): void {
    const [owner, own] = [placeOf(this.topic.env.account), placeOf(Stack.of(this).account)];
    if (owner === undefined || own === undefined || owner === own) return;
    warn(this, 'cdk-ecs-guardrails:importedPolicy', `the topic belongs to account ${owner}: make sure that its policy allows the task role sns:Publish`);
  }
}

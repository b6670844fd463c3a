import * as events from 'aws-cdk-lib/aws-events';
import * as eventTargets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { DELIVERY } from './start-once';

/** The whole event with its id in front, which is the name of the run. */
class DeliveryInput extends events.RuleTargetInput {
  public constructor() {
    super();
  }

  public bind(): events.RuleTargetInputProperties {
    return {
      inputPathsMap: { id: '$.id' },
      // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
      inputTemplate: `{"${DELIVERY}":{"id":<id>,"event":<aws.events.event.json>}}`,
    };
  }
}

/** A rule that hands each event to the state machine. */
export function deliverEvents(
  scope: Construct, machine: sfn.StateMachine, deadLetterQueue: sqs.IQueue, eventPattern: events.EventPattern, eventBus: events.IEventBus | undefined,
): events.Rule {
  const role = new iam.Role(scope, 'RuleRole', { assumedBy: new iam.ServicePrincipal('events.amazonaws.com') });
  return new events.Rule(scope, 'Rule', {
    description: `Starts ${scope.node.path}`.slice(0, 512),
    eventPattern,
    eventBus,
    targets: [new eventTargets.SfnStateMachine(machine, { role, deadLetterQueue, input: new DeliveryInput() })],
  });
}

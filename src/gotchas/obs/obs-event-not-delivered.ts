import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

const NEEDED = { topic: 'sns:Publish', function: 'lambda:InvokeFunction' } as const;

export const obsEventNotDelivered = defineGotcha({
  id: 'obs-event-not-delivered',
  title: 'A rule for events of ECS that may not use its target',
  consequence: 'misbehaves',
  symptom: 'No notice arrives: `FailedInvocations` of the rule rises with each event.',
  why: 'EventBridge publishes to a topic and invokes a function as a service of AWS, which their own policy must allow. CloudFormation adds none, and creates the rule without it.',
  rule: 'A topic of the app that a rule for events of ECS sends to has a policy that allows `events.amazonaws.com` `sns:Publish`; a function has a permission for `lambda:InvokeFunction`. A source that they name is this rule.',
  fix: 'allow events.amazonaws.com to use the target, for the ARN of the rule',
  docsUrl: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html',
  levels: ['synth'],
  avoidedBy: 'Targets of the CDK add the permission, and so do `onFailure` of `ScheduledJob` and `EventJob`.',
  subject: 'eventRule',
  needs: ['targets'],
  check: ({ targets }) => each(targets, ({ kind, name, admitsRule }) => known(admitsRule) ? [] : [{
    property: 'targets',
    detail: `targets (${name}) has a ${kind} that does not allow events.amazonaws.com ${NEEDED[kind]}`,
    fix: kind === 'topic'
      ? `add an AWS::SNS::TopicPolicy for ${name} that allows events.amazonaws.com sns:Publish`
      : `add an AWS::Lambda::Permission for ${name} with the principal events.amazonaws.com and the ARN of the rule`,
  }]),
});

import type { Stack } from 'aws-cdk-lib/core';
import { OTHER_QUEUE, queue } from './queue-app.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function redrive(policy: Properties): GotchaCase['app'] {
  return (stack) => void queue(stack, { RedrivePolicy: { deadLetterTargetArn: OTHER_QUEUE, maxReceiveCount: 3, ...policy } });
}

function allowing(policy: (stack: Stack) => unknown): GotchaCase['app'] {
  return (stack) => {
    const deadLetterTargetArn = queue(stack, { RedriveAllowPolicy: policy(stack) }, 'DeadLetters');
    queue(stack, { RedrivePolicy: { deadLetterTargetArn, maxReceiveCount: 3 } });
  };
}

const byQueue = (...ids: readonly string[]) => ({ redrivePermission: 'byQueue', sourceQueueArns: ids.map((id) => ({ 'Fn::GetAtt': [id, 'Arn'] })) });

export const cases: readonly GotchaCase[] = [
  { name: 'a message is received no time', caught: true, app: redrive({ maxReceiveCount: 0 }) },
  { name: 'a message is received 1001 times', caught: true, app: redrive({ maxReceiveCount: 1001 }) },
  { name: 'the number is missing', caught: true, app: redrive({ maxReceiveCount: undefined }) },
  { name: 'the names begin with capital letters', caught: true, app: (stack) => void queue(stack, { RedrivePolicy: { DeadLetterTargetArn: OTHER_QUEUE, MaxReceiveCount: 3 } }) },
  {
    name: 'the dead-letter queue is named by its URL',
    caught: true,
    app: (stack) => redrive({ deadLetterTargetArn: resource(stack, 'DeadLetters', 'AWS::SQS::Queue', {}).ref })(stack),
  },
  { name: 'the dead-letter queue admits none', caught: true, consequence: 'never-works', app: allowing(() => ({ redrivePermission: 'denyAll' })) },
  {
    name: 'the dead-letter queue admits another queue',
    caught: true,
    consequence: 'never-works',
    app: (stack) => {
      queue(stack, {}, 'Other');
      allowing(() => byQueue('Other'))(stack);
    },
  },
  { name: 'the dead-letter queue admits all', caught: false, app: allowing(() => ({ redrivePermission: 'allowAll' })) },
  { name: 'the dead-letter queue has no such policy', caught: false, app: allowing(() => undefined) },
  { name: 'the policy is a text of JSON', caught: false, app: (stack) => void queue(stack, { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: OTHER_QUEUE, maxReceiveCount: '3' }) }) },
  { name: 'there is none', caught: false, app: (stack) => void queue(stack) },
  { name: 'a parameter is the number', caught: false, notChecked: true, app: (stack) => redrive({ maxReceiveCount: parameter(stack) })(stack) },
];

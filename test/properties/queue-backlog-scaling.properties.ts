import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration, Token } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { CpuTargetScaling, QueueBacklogScaling } from '../../src';
import { propertiesOf } from './support/properties-of';
import { BROKEN_SCALING, scaling, scalingSubject } from './support/scaling-cases';
import { smallWorker } from './support/small';

const backlog = scalingSubject({
  service: (given, world, desiredCount) => smallWorker(given, world, { desiredCount }),
  beside: (given, props) => new CpuTargetScaling(given, 'Beside', props),
  // A target of so many messages is a second for each of them.
  policy: (scope, id, { target = 100, ...props }) => new QueueBacklogScaling(scope, id, {
    ...props,
    queue: sqs.Queue.fromQueueArn(props.service.service, `${id}Queue`, 'arn:aws:sqs:eu-west-1:111122223333:jobs'),
    // The target is reckoned at synthesis: no token makes one.
    acceptableLatency: Duration.seconds(Token.isUnresolved(target) ? 100 : target),
    averageProcessingTime: Duration.seconds(1),
  }),
});

propertiesOf('QueueBacklogScaling', backlog, scaling(fc.integer({ min: 1, max: 86_400 })), BROKEN_SCALING);

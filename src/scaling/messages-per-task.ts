import { Token, type Duration } from 'aws-cdk-lib/core';
import { checkWholeNumber } from '../checks/arguments';
import { refuse } from '../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-using-sqs-queue.html';
/** Limit of SQS for messages in flight. */
const MOST_IN_FLIGHT = 120_000;

/** The messages that one task works on in the acceptable latency. Throws where there is no answer, or less than one. */
export function messagesPerTask(at: string, acceptableLatency: Duration, averageProcessingTime: Duration, concurrency: number): number {
  const [latency, processing] = [secondsOf(at, 'acceptableLatency', acceptableLatency), secondsOf(at, 'averageProcessingTime', averageProcessingTime)];
  if (latency >= processing) return concurrency * latency / processing;
  refuse({
    headline: `averageProcessingTime is ${processing} seconds, more than acceptableLatency, which is ${latency} seconds`,
    at,
    property: 'averageProcessingTime',
    why: 'A message can\'t be done before its processing time, with any number of tasks.',
    fix: 'raise acceptableLatency',
    docs: DOCS,
  });
}

function secondsOf(at: string, property: string, duration: Duration): number {
  const isToken = duration.isUnresolved();
  const seconds = isToken ? 0 : duration.toSeconds({ integral: false });
  if (seconds > 0) return seconds;
  refuse({
    headline: isToken ? `${property} is a token, it must be known at synthesis, where the target is reckoned` : `${property} is ${seconds} seconds, it must be above 0`,
    at,
    property,
    fix: `set ${property} to a duration that is known and above 0`,
    docs: DOCS,
  });
}

/** Throws unless the number is known, whole and above 0. */
export function checkConcurrency(at: string, concurrency: number): void {
  checkWholeNumber(at, 'concurrency', concurrency, { min: 1, max: MOST_IN_FLIGHT, unit: 'messages', docs: DOCS });
  if (!Token.isUnresolved(concurrency)) return;
  refuse({
    headline: 'concurrency is a token, it must be known at synthesis, where the target is reckoned',
    at,
    property: 'concurrency',
    fix: 'write the number of messages',
    docs: DOCS,
  });
}

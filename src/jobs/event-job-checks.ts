import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Token } from 'aws-cdk-lib/core';
import type { EventJobProps } from './event-job-props';
import { refuse } from '../gotchas/enforce';
import { checkKind } from '../checks/check-kind';

const RULE_DOCS = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html';
const PATH_DOCS = 'https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html';
/** A path to one value. */
const PATH = /^\$(\.[A-Za-z_][\w-]*|\[\d+\]|\['[^']+'\])+$/;

/** Throws unless a job has events or messages to run for, and only the options for them. */
export function checkSource(at: string, props: EventJobProps): void {
  const { eventPattern, queue } = props;
  checkKind(at, 'queue', queue, 'queueArn', 'an sqs.IQueue');
  if ((eventPattern === undefined) === (queue === undefined)) {
    refuse({
      headline: `${queue ? 'both' : 'neither'} of eventPattern and queue ${queue ? 'are' : 'is'} set, exactly one must be`,
      at,
      property: 'eventPattern',
      fix: 'set eventPattern or queue',
      docs: RULE_DOCS,
    });
  }
  if (eventPattern && Object.values(eventPattern).every((value) => value === undefined)) {
    refuse({ headline: 'eventPattern is empty', at, property: 'eventPattern', fix: 'set the source or the detailType of the events', docs: RULE_DOCS });
  }
  if (queue && queue === props.deadLetterQueue) {
    refuse({
      headline: 'deadLetterQueue is the queue of the job, which would run for its own failures',
      at,
      property: 'deadLetterQueue',
      fix: 'leave out deadLetterQueue, or set another queue',
      docs: RULE_DOCS,
    });
  }
  if (!queue || !props.eventBus) return;
  refuse({ headline: 'eventBus is set beside queue, and is for events of eventPattern', at, property: 'eventBus', fix: 'leave out eventBus', docs: RULE_DOCS });
}

/** The environment with values of the event. Throws for a path that is none. */
export function environmentOf(at: string, { environment, environmentFromEvent }: EventJobProps): { [name: string]: string } | undefined {
  if (!environmentFromEvent) return environment;
  const read = Object.entries(environmentFromEvent).map(([name, path]): [string, string] => {
    const property = `environmentFromEvent.${name}`;
    if (environment && name in environment) {
      refuse({ headline: `${property} is in environment too`, at, property, fix: 'leave out one of the two', docs: PATH_DOCS });
    }
    if (!Token.isUnresolved(path) && !PATH.test(path)) {
      refuse({
        headline: `${property} is '${path}', it must be the JSONPath of one value, such as $.detail.id`,
        at,
        property,
        fix: 'begin with $. and name the keys down to the value',
        docs: PATH_DOCS,
      });
    }
    // ECS accepts texts alone: this converts a number to text.
    return [name, sfn.JsonPath.format('{}', sfn.JsonPath.isEncodedJsonPath(path) ? path : sfn.JsonPath.stringAt(path))];
  });
  return { ...environment, ...Object.fromEntries(read) };
}

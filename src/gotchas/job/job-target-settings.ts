import { known, type Fact } from '../../facts/fact';
import { all, defineGotcha, type Result } from '../definition';

const MOST_RETRIES = 185;
const [LEAST_AGE, MOST_AGE] = [60, 86_400];

export const jobTargetSettings = defineGotcha({
  id: 'job-target-settings',
  title: 'A target with settings that EventBridge refuses',
  consequence: 'rejected',
  symptom: '`SQS FIFO is not supported by Dead Letter Queues.`, or a `ValidationException` about the target, its retry policy, its tags or a filter, when the stack is deployed.',
  why: 'CloudFormation passes these settings on as they are. EventBridge limits the retries of a target and their time, sends starts that failed to standard queues only, copies tags to a task from its task definition alone, and starts one task for each record of a pipe.',
  rule: `\`maximumRetryAttempts\` is from 0 to ${MOST_RETRIES} and \`maximumEventAgeInSeconds\` from ${LEAST_AGE} to ${MOST_AGE}; \`propagateTags\` of a target is \`TASK_DEFINITION\`. `
    + 'Its dead-letter queue is a standard queue. A pipe that runs tasks has a `batchSize` of 1, and each value in its filters is a list. Each variable of an input template is in `inputPathsMap` (a warning).',
  fix: 'set the retries, the tags and the batch size within the limits of EventBridge',
  docsUrl: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RetryPolicy.html',
  levels: ['synth'],
  avoidedBy: '`ScheduledJob`, `EventJob` and `asEventTarget` of a `OneOffTask` write the target, and check its retries.',
  subject: 'taskLaunch',
  needs: ['settings'],
  check: ({ settings }) => settings === undefined ? [] : all(
    () => range('maximumRetryAttempts', settings.retryAttempts, 0, MOST_RETRIES),
    () => range('maximumEventAgeInSeconds', settings.maxAgeSeconds, LEAST_AGE, MOST_AGE),
    () => {
      const tags = known(settings.propagatesTags);
      return tags === undefined || tags === 'TASK_DEFINITION' ? [] : [{
        property: 'propagateTags', detail: `propagateTags (${tags}) of a target is TASK_DEFINITION only`, fix: 'set propagateTags to TASK_DEFINITION, or leave it out',
      }];
    },
    () => {
      const size = known(settings.batchSize);
      return size === undefined || size <= 1 ? [] : [{
        property: 'batchSize', detail: `batchSize (${size}) of a pipe to ECS is more than 1, the record of one task`, fix: 'set batchSize to 1',
      }];
    },
    () => known(settings.deadLettersAreFifo) !== true ? [] : [{
      property: 'deadLetterConfig',
      detail: 'deadLetterConfig (a FIFO queue) is not one that EventBridge sends starts that failed to',
      fix: 'set a standard queue',
    }],
    () => known(settings.filtersWithoutList).slice(0, 1).map((path): Result => ({
      property: 'filterCriteria', detail: `filterCriteria (${path}) has a value that is no list`, fix: `write the value of ${path} as a list`,
    })),
    () => known(settings.unknownVariables).slice(0, 1).map((name): Result => ({
      property: 'inputTransformer',
      consequence: 'misbehaves',
      detail: `inputTransformer (<${name}>) has a variable that nothing stands for`,
      fix: `add ${name} to InputPathsMap, with its path in the event`,
    })),
  ),
});

function range(property: string, fact: Fact<number | undefined>, least: number, most: number): readonly Result[] {
  const value = known(fact);
  return value === undefined || (value >= least && value <= most) ? [] : [{
    property, detail: `${property} (${value}) is not from ${least} to ${most}`, fix: `set ${property} from ${least} to ${most}`,
  }];
}

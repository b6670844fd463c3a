import { readPattern } from './event-patterns';
import { readUnknownVariables } from './input-transformers';
import { readNamesFifo } from '../queues/fifo';
import type { Value } from '../../cloudformation/value';
import { optional, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { TargetSettingsFacts } from '../../facts/task-launch';

/** Settings of a target of a rule or a schedule. */
export function readTargetSettings(target: Value, launcher: 'rule' | 'schedule'): TargetSettingsFacts {
  const deadLetters = target.at('DeadLetterConfig', 'Arn');
  return {
    retryAttempts: target.at('RetryPolicy', 'MaximumRetryAttempts').number(),
    maxAgeSeconds: target.at('RetryPolicy', 'MaximumEventAgeInSeconds').number(),
    propagatesTags: target.at('EcsParameters', 'PropagateTags').text(),
    unknownVariables: readUnknownVariables(target),
    batchSize: undefined,
    filtersWithoutList: [],
    // A queue of the app is checked with all that sends to it, where a rule is among that.
    deadLettersAreFifo: launcher === 'rule' && resourceIn(deadLetters, 'AWS::SQS::Queue') ? undefined : optional(deadLetters, readNamesFifo),
  };
}

/** Settings of the source and the target of a pipe. */
export function readPipeSettings(pipe: Value): TargetSettingsFacts {
  const source = pipe.get('SourceParameters');
  return {
    retryAttempts: undefined,
    maxAgeSeconds: undefined,
    propagatesTags: pipe.at('TargetParameters', 'EcsTaskParameters', 'PropagateTags').text(),
    unknownVariables: [],
    batchSize: readBatchSize(source),
    filtersWithoutList: readFiltersWithoutList(source.at('FilterCriteria', 'Filters')),
    deadLettersAreFifo: undefined,
  };
}

/** Each kind of source has parameters of its own, and a pipe has one source. */
function readBatchSize(source: Value): Fact<number | undefined> {
  const kinds = source.entries();
  if (kinds instanceof Unknown) return kinds;
  return kinds.map(([, parameters]) => parameters.get('BatchSize').number()).find((size) => size !== undefined);
}

function readFiltersWithoutList(filters: Value): Fact<readonly string[]> {
  const items = filters.items();
  if (items instanceof Unknown) return items;
  const patterns = items.map((item) => {
    const document = item.get('Pattern').document();
    return document instanceof Unknown ? document : readPattern(document);
  });
  const fields = patterns.flatMap((pattern) => pattern instanceof Unknown ? [] : pattern);
  const found = fields.filter(({ isList }) => isList === false).map(({ path }) => path);
  return found.length > 0 ? found : patterns.find((pattern) => pattern instanceof Unknown) ?? [];
}

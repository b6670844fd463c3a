import type { QueueAttributeName } from '@aws-sdk/client-sqs';
import { Unknown, type Fact } from '../../../facts/fact';
import type { LiveDeadLetterQueue } from '../account';
import { fact, orMissing } from '../call-failed';
import { CALLS } from '../calls';
import { unique, type Context } from '../context';
import { mapOf } from '../lists';

const DAY_SECONDS = 86_400;

/** A queue, and the text that names who uses it. */
export interface UsedQueue {
  readonly arn: string;
  readonly by: string;
}

interface Users {
  /** ARNs of the queues that services work on. */
  readonly worked: readonly Fact<readonly string[]>[];
  /** Dead-letter queues of rules and schedules. */
  readonly direct: readonly Fact<readonly UsedQueue[]>[];
}

type Attributes = Readonly<Record<string, string>>;

/** Messages in dead-letter queues by the ARN of the queue, and the reason for each queue that is not known. */
export async function readDeadLetters(context: Context, { worked, direct }: Users): Promise<ReadonlyMap<string, Fact<LiveDeadLetterQueue>>> {
  const sources = await mapOf(unique(worked.flatMap(listed)), (arn) => readAttributes(context, arn, ['RedrivePolicy']));
  const used = [...direct.flatMap(listed), ...[...sources].flatMap(([arn, attributes]) => redriven(arn, attributes))];
  const queues = await mapOf(unique(used.map(({ arn }) => arn)), (arn) => readQueue(context, arn, used));
  const unread = [...worked, ...direct, ...sources.values()].filter((read) => read instanceof Unknown).map((read) => [read.reason, read] as const);
  return new Map([...unread, ...queues]);
}

function listed<T>(read: Fact<readonly T[]>): readonly T[] {
  return read instanceof Unknown ? [] : read as readonly T[];
}

async function readQueue(context: Context, arn: string, used: readonly UsedQueue[]): Promise<Fact<LiveDeadLetterQueue>> {
  const attributes = await readAttributes(context, arn, ['ApproximateNumberOfMessages', 'MessageRetentionPeriod']);
  if (attributes instanceof Unknown) return attributes;
  if (attributes === undefined) return new Unknown(`queue ${nameOf(arn)} does not exist`);
  const { ApproximateNumberOfMessages, MessageRetentionPeriod } = attributes as Attributes;
  return {
    name: nameOf(arn),
    sources: unique(used.filter((one) => one.arn === arn).map(({ by }) => by)),
    messages: Number(ApproximateNumberOfMessages),
    retentionDays: Number(MessageRetentionPeriod) / DAY_SECONDS,
  };
}

/** The dead-letter queue that the redrive policy of a queue names. */
function redriven(arn: string, attributes: Fact<Attributes | undefined>): UsedQueue[] {
  if (attributes instanceof Unknown) return [];
  const { RedrivePolicy } = attributes as Attributes | undefined ?? {};
  if (RedrivePolicy === undefined) return [];
  const { deadLetterTargetArn } = JSON.parse(RedrivePolicy) as { readonly deadLetterTargetArn: string };
  return [{ arn: deadLetterTargetArn, by: `queue ${nameOf(arn)}` }];
}

/** Attributes of a queue, `undefined` for one that does not exist. */
function readAttributes({ aws }: Context, arn: string, AttributeNames: QueueAttributeName[]): Promise<Fact<Attributes | undefined>> {
  return fact(async () => orMissing(async () => {
    const { QueueUrl } = await aws.send(CALLS.getQueueUrl, { QueueName: nameOf(arn), QueueOwnerAWSAccountId: arn.split(':')[4] });
    const { Attributes = {} } = await aws.send(CALLS.getQueueAttributes, { QueueUrl, AttributeNames });
    return Attributes as Attributes;
  }));
}

function nameOf(arn: string): string {
  return arn.split(':')[5];
}

import { NOT_SAID, Unknown, type Fact } from './fact';
import type { RoleFacts } from './role';

/** A queue that messages move to after they were received too often. */
export interface DeadLetterFacts {
  readonly fifo: Fact<boolean>;
  /** SQS takes 345600 when it is left out. */
  readonly retentionSeconds: Fact<number>;
  /** Its redrive allow policy admits the source queue. */
  readonly admitsSource?: Fact<boolean>;
}

/** Redrive policy of a queue as it is written. */
export interface RedriveFacts {
  readonly maxReceiveCount: Fact<number | undefined>;
  /** The dead-letter queue is named by its URL, or by its name. */
  readonly namedByUrl: Fact<boolean>;
  /** Names of its fields. */
  readonly fields: Fact<readonly string[]>;
}

/** Filter policy of a subscription. */
export interface FilterFacts {
  readonly scope: Fact<string>;
  /** A field of the filter has further fields. */
  readonly isNested: Fact<boolean>;
  /** Fields whose value is no list. */
  readonly withoutList: Fact<readonly string[]>;
}

/** A service of ECS whose tasks receive messages from a queue. */
export interface ConsumerFacts {
  /** Id or name of the service; for messages. */
  readonly service: Fact<string>;
  /** Longest time that one message takes; `undefined`: no template has it. */
  readonly processingSeconds: Fact<number | undefined>;
  /** Seconds that ECS waits for each container that may receive the messages, after it asked the container to stop. */
  readonly stopSeconds: Fact<readonly Fact<number>[]>;
  /** A scaling policy may remove tasks. */
  readonly scalesIn: Fact<boolean>;
  readonly taskRole: Fact<RoleFacts | undefined>;
  /** The policy of the customer's key names the task role. */
  readonly keyAdmitsRole: Fact<boolean>;
}

/** A service of ECS whose containers have a queue in their environment. */
export interface QueueUserFacts {
  /** Id of the service; for messages. */
  readonly service: Fact<string>;
  /** `undefined`: the tasks have no role, and no other permissions. */
  readonly taskRole: Fact<RoleFacts | undefined>;
  /** Identifies the queue; not for messages. */
  readonly queueId: string;
  /** Something else than the task role may allow the access: the policy of the queue, keys in the environment, the role of an instance. */
  readonly hasOtherAccess: Fact<boolean>;
}

/** A service of AWS that sends messages to a queue by itself. */
export interface SenderFacts {
  /** Its service principal, as in `sns.amazonaws.com`. */
  readonly principal: string;
  /** Type of the resource that sends, for messages: `subscription`, `rule`. */
  readonly kind: string;
  /** Messages have a message group, as those of a FIFO topic. */
  readonly setsGroup: Fact<boolean>;
  /** The policy of the queue allows the principal to send. */
  readonly maySend: Fact<boolean>;
  /** The policy of the customer's key allows the principal to encrypt. */
  readonly mayEncrypt: Fact<boolean>;
  /** Filter of the messages that it sends; `undefined`: it sends all. */
  readonly filter?: Fact<FilterFacts | undefined>;
}

/** Key that a queue encrypts messages with: none, SQS's own, `alias/aws/sqs`, or one of the customer. */
export type QueueKey = 'none' | 'sqs' | 'aws' | 'customer';

/** A queue of SQS. */
export interface QueueFacts {
  /** SQS takes `false` when it is left out. */
  readonly fifo: Fact<boolean>;
  /** SQS takes 30 when it is left out. */
  readonly visibilitySeconds: Fact<number>;
  /** SQS takes 345600 when it is left out. */
  readonly retentionSeconds: Fact<number>;
  /** `undefined`: messages are received until they expire. */
  readonly deadLetter: Fact<DeadLetterFacts | undefined>;
  readonly consumers: Fact<readonly ConsumerFacts[]>;
  /** Services whose containers have its URL, its name or its ARN in their environment. */
  readonly users: Fact<readonly QueueUserFacts[]>;
  readonly key: Fact<QueueKey>;
  readonly senders: Fact<readonly SenderFacts[]>;
  /** `undefined`: it has none. */
  readonly redrive: Fact<RedriveFacts | undefined>;
  /** Another queue of the app moves its messages to it. */
  readonly isDeadLetter: Fact<boolean>;
  /** `undefined`: CloudFormation makes one up. */
  readonly name: Fact<string | undefined>;
}

/** Fills the facts that are missing with *unknown*. */
export function queueFacts(given: Partial<QueueFacts> = {}, otherwise = NOT_SAID): QueueFacts {
  const unknown = new Unknown(otherwise);
  return {
    fifo: unknown,
    visibilitySeconds: unknown,
    retentionSeconds: unknown,
    deadLetter: unknown,
    consumers: unknown,
    users: unknown,
    key: unknown,
    senders: unknown,
    redrive: unknown,
    isDeadLetter: unknown,
    name: unknown,
    ...given,
  };
}

/** Fills the facts that are missing with *unknown*. */
export function consumerFacts(given: Partial<ConsumerFacts> = {}, otherwise = NOT_SAID): ConsumerFacts {
  const unknown = new Unknown(otherwise);
  return {
    service: unknown,
    processingSeconds: unknown,
    stopSeconds: unknown,
    scalesIn: unknown,
    taskRole: unknown,
    keyAdmitsRole: unknown,
    ...given,
  };
}

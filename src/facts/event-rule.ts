import type { Fact } from './fact';

/** One field of an event pattern, and the values that it matches. */
export interface PatternFieldFacts {
  /** As in `detail.lastStatus`. */
  readonly path: string;
  /** The field has a list, as EventBridge demands. */
  readonly isList: Fact<boolean>;
  /** Texts that the field may have, with `<name of Id>` and `<ARN of Id>` for resources of the app. */
  readonly values: readonly Fact<string>[];
  /** A filter such as `prefix` or `exists` is among the values, or the field is within `$or`: other values match too. */
  readonly isOpen: boolean;
}

/** A bucket whose events a rule is for. */
export interface EventBucketFacts {
  /** Its logical id, for messages. */
  readonly bucket: string;
  /** The bucket sends its events to EventBridge. */
  readonly sendsEvents: Fact<boolean>;
}

/** A target of a rule that decides by itself who may use it. */
export interface EventTargetFacts {
  readonly kind: 'topic' | 'function';
  /** Its logical id, for messages. */
  readonly name: string;
  /** Its own policy allows EventBridge what the rule needs. */
  readonly admitsRule: Fact<boolean>;
}

/** A rule of EventBridge for events of ECS, or for events that run tasks. */
export interface EventRuleFacts {
  /** Fields of its pattern; none of a rule with a schedule. */
  readonly pattern: Fact<readonly PatternFieldFacts[]>;
  /** Buckets of the app whose events the pattern is for. */
  readonly buckets: Fact<readonly EventBucketFacts[]>;
  /** The rule runs a task, by itself or by a state machine. */
  readonly runsTask: boolean;
  /** Topics and functions of the app that it sends to. */
  readonly targets: Fact<readonly EventTargetFacts[]>;
}

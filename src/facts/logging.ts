import { NOT_SAID, Unknown, type Fact } from './fact';

/** The log configuration of a container. */
export interface LoggingFacts {
  readonly driver: Fact<string>;
  readonly options: Fact<Readonly<Record<string, Fact<string>>>>;
  readonly secretOptions: Fact<readonly Fact<string>[]>;
  /** For awslogs: a log group of this app has the name in the options. */
  readonly groupInApp: Fact<boolean>;
  /** For awslogs: the ARN of the log group, with a `HOLE` for what only the deployment knows, and a marked name for a group of the app. */
  readonly groupArn: Fact<string>;
  /** The region of the stack that creates the log group; `undefined`: no stack of this app does. */
  readonly groupRegion: Fact<string | undefined>;
  /** True if awslogs-region is the region of the stack that creates the log group, even if the region is unknown. */
  readonly looksInOwnRegion: Fact<boolean>;
  /** True if CloudWatch Logs may use the key of the log group, or the group has none of its own. */
  readonly groupKeyServes: Fact<boolean>;
  /** `undefined`: the log group keeps what it gets for ever. */
  readonly groupRetentionDays: Fact<number | undefined>;
  /** Number of the other containers of the template that log to the group. */
  readonly otherLogs?: number;
  /** True where findings about the log group stand at another container, which counts this one among the others. */
  readonly isDescribedElsewhere?: boolean;
}

/** Fills the facts that are missing with *unknown*. */
export function loggingFacts(given: Partial<LoggingFacts> = {}, otherwise = NOT_SAID): LoggingFacts {
  const unknown = new Unknown(otherwise);
  return {
    driver: unknown,
    options: unknown,
    secretOptions: unknown,
    groupInApp: unknown,
    groupArn: unknown,
    groupRegion: unknown,
    looksInOwnRegion: unknown,
    groupKeyServes: unknown,
    groupRetentionDays: unknown,
    ...given,
  };
}

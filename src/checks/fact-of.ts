import type { Duration } from 'aws-cdk-lib/core';
import { isOpen } from './open-value';
import { Unknown, type Fact } from '../facts/fact';

const TOKEN = new Unknown('the value is a token, known at deployment');

/** The value itself, unless it is a token or a value that the command line is yet to read. */
export function factOf<T>(value: T): Fact<T> {
  return isOpen(value) ? TOKEN : value;
}

/** The seconds of a duration that is known at synthesis. */
export function secondsOf(duration: Duration | undefined): Fact<number | undefined> {
  if (duration?.isUnresolved()) return new Unknown('the duration is a token, known at deployment');
  return duration?.toSeconds({ integral: false });
}

import { Token, type Duration } from 'aws-cdk-lib/core';
import { Unknown, type Fact } from '../facts/fact';

const TOKEN = new Unknown('the value is a token, known at deployment');

/** The value itself, unless it is a token. */
export function factOf<T>(value: T): Fact<T> {
  return Token.isUnresolved(value) ? TOKEN : value;
}

/** The seconds of a duration that is known at synthesis. */
export function secondsOf(duration: Duration | undefined): Fact<number | undefined> {
  if (duration?.isUnresolved()) return new Unknown('the duration is a token, known at deployment');
  return duration?.toSeconds({ integral: false });
}

import { Token } from 'aws-cdk-lib/core';
import { Unknown, type Fact } from '../facts/fact';

const TOKEN = new Unknown('the value is a token, known at deployment');

/** The value itself, unless it is a token. */
export function factOf<T>(value: T): Fact<T> {
  return Token.isUnresolved(value) ? TOKEN : value;
}

import { Token } from 'aws-cdk-lib/core';

/** An account or a region; `undefined` where only the deployment knows it. */
export function placeOf(value: string | undefined): string | undefined {
  return Token.isUnresolved(value) ? undefined : value;
}

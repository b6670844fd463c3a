import { BootstraplessSynthesizer, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { pathOf } from './path-of';
import { refuse } from '../gotchas/enforce';

/** Throws for a file or an image that the CDK has to upload, in a stack that has no place for it. */
export function checkAsset(scope: Construct, id: string, property: string, what: string): void {
  if (!(Stack.of(scope).synthesizer instanceof BootstraplessSynthesizer)) return;
  refuse({
    headline: `${property} needs ${what}, and the BootstraplessSynthesizer of the stack has no place for assets`,
    at: pathOf(scope, id),
    property,
    fix: 'leave the synthesizer of the stack out, and bootstrap the account and the region',
    docs: 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping.html',
  });
}

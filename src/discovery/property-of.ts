import { Token } from 'aws-cdk-lib/core';
import type { ServiceConnectEndpoint } from './service-connect-endpoint';

/** A property of an endpoint, as messages call it. */
export function propertyOf({ name }: ServiceConnectEndpoint, property: string): string {
  return `endpoints[${Token.isUnresolved(name) ? 'a token' : name}].${property}`;
}

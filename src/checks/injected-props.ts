import { PropertyInjectors } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/**
 * The properties of a construct after the nearest property injector of its class, where the app has one.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/blueprints.html
 */
export function injectedProps<P>(scope: Construct, id: string, uniqueId: string, props: P): P {
  for (const place of [...scope.node.scopes].reverse()) {
    const injector = PropertyInjectors.hasPropertyInjectors(place) ? PropertyInjectors.of(place).for(uniqueId) : undefined;
    if (injector) return injector.inject(props, { scope, id }) as P;
  }
  return props;
}

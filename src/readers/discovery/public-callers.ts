import { pushTo, type App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import { Reference } from '../../cloudformation/resolved';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { Unknown } from '../../facts/fact';

const DNS_NAME = 'DNSName';

/** Services of AWS outside of the VPC that call a load balancer of the app by its DNS name, by that load balancer. */
export const publicCallers = memoize((app: App): ReadonlyMap<Resource, readonly string[]> => {
  const found = new Map<Resource, string[]>();
  const add = (caller: Resource, address: Value): void => {
    const named = address.pieces().find((piece) => piece instanceof Reference && piece.attribute === DNS_NAME);
    if (named instanceof Reference) pushTo(found, named.resource, caller.logicalId);
  };
  for (const integration of app.ofType('AWS::ApiGatewayV2::Integration')) {
    if (isOpen(integration.properties)) add(integration, integration.properties.get('IntegrationUri'));
  }
  for (const method of app.ofType('AWS::ApiGateway::Method')) {
    const integration = method.properties.get('Integration');
    if (isOpen(integration)) add(method, integration.get('Uri'));
  }
  for (const distribution of app.ofType('AWS::CloudFront::Distribution')) {
    const origins = distribution.properties.at('DistributionConfig', 'Origins').items();
    for (const origin of origins instanceof Unknown ? [] : origins) {
      if (origin.get('VpcOriginConfig').isSet() === false) add(distribution, origin.get('DomainName'));
    }
  }
  return found;
});

/** True if an integration surely uses no VPC link. */
function isOpen(integration: Value): boolean {
  const type = integration.get('ConnectionType').text();
  return type === undefined || type === 'INTERNET';
}

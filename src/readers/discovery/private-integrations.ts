import { pushTo, type App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import { Reference } from '../../cloudformation/resolved';
import type { Resource } from '../../cloudformation/template';
import { resourceIn } from '../../cloudformation/value-helpers';

/** Integrations of HTTP APIs through a VPC link whose URI is made of a resource of the app, by that resource. */
export const privateIntegrations = memoize((app: App): ReadonlyMap<Resource, readonly string[]> => {
  const found = new Map<Resource, string[]>();
  for (const { properties, logicalId } of app.ofType('AWS::ApiGatewayV2::Integration')) {
    // A WebSocket API has links of another kind, and calls a load balancer by its name.
    const ofHttp = resourceIn(properties.get('ApiId'), 'AWS::ApiGatewayV2::Api')?.properties.get('ProtocolType').text() === 'HTTP';
    if (!ofHttp || properties.get('ConnectionType').text() !== 'VPC_LINK') continue;
    const pieces = properties.get('IntegrationUri').pieces();
    // An ARN of a listener may be joined of the names of its load balancer.
    const named = pieces.find((piece) => piece instanceof Reference && (piece.attribute === 'DNSName' || (piece.attribute === undefined && pieces.length === 1)));
    if (named instanceof Reference) pushTo(found, named.resource, logicalId);
  }
  return found;
});

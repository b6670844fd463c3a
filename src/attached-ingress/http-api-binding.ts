import type * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';

/** Target of the routes. */
export interface HttpApiBinding {
  /** Makes the integration of one route. */
  readonly integration: () => apigwv2.HttpRouteIntegration;
  readonly cloudMapService?: cloudmap.Service;
}

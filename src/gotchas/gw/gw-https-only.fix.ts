import { CfnResource } from 'aws-cdk-lib/core';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  new CfnResource(stack, 'Gateway', {
    type: 'AWS::ECS::Gateway',
    properties: {
      GatewayName: 'shop',
      InfrastructureRoleArn: 'arn:aws:iam::111122223333:role/gateway',
      Configuration: { HostSharedAlb: { Protocol: 'HTTP', Port: 80 } },
    },
  });
};

export const plain: Fix = ({ stack }) => {
  new CfnResource(stack, 'Gateway', {
    type: 'AWS::ECS::Gateway',
    properties: {
      GatewayName: 'shop',
      InfrastructureRoleArn: 'arn:aws:iam::111122223333:role/gateway',
      Configuration: { HostSharedAlb: { Scheme: 'internet-facing' } },
    },
  });
};

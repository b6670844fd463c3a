import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service, namespace, logGroup }) => {
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.serviceConnectConfiguration = {
    enabled: true,
    namespace: namespace.namespaceArn,
    logConfiguration: {
      logDriver: 'awslogs',
      options: { 'awslogs-group': logGroup.logGroupName, 'awslogs-stream-prefix': 'proxy' },
    },
  };
};

export const plain: Fix = ({ service, namespace, logGroup }) => {
  service.enableServiceConnect({
    namespace: namespace.namespaceArn,
    logDriver: ecs.LogDrivers.awsLogs({ logGroup, streamPrefix: 'proxy' }),
  });
};

import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { fargateTask, service } from '../fixtures/case-resources';

type Properties = Readonly<Record<string, unknown>>;

export const PORT = { ContainerPort: 80, Name: 'http', AppProtocol: 'http' };

/** A service that others reach through Service Connect, valid except for the arguments. */
export function connected(
  stack: Stack, endpoint: Properties = {}, given: { readonly [of in 'port' | 'task' | 'service' | 'connect']?: Properties } = {},
): CfnResource {
  return service(stack, {
    TaskDefinition: fargateTask(stack, given.task, { PortMappings: [{ ...PORT, ...given.port }] }).ref,
    ServiceConnectConfiguration: {
      Enabled: true,
      Namespace: 'shop.local',
      Services: [{ PortName: 'http', ClientAliases: [{ DnsName: 'web', Port: 80 }], Timeout: { PerRequestTimeoutSeconds: 30 }, ...endpoint }],
      ...given.connect,
    },
    ...given.service,
  });
}

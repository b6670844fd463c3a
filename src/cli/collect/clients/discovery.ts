export {
  ServiceDiscoveryClient as Client,
  GetNamespaceCommand,
  GetServiceCommand,
  ListInstancesCommand,
  ListNamespacesCommand,
} from '@aws-sdk/client-servicediscovery';

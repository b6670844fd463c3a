export {
  ServiceDiscoveryClient as Client,
  GetNamespaceCommand,
  GetServiceCommand,
  ListNamespacesCommand,
} from '@aws-sdk/client-servicediscovery';

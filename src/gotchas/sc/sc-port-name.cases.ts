import { connected } from './connected-service.cases';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

export const cases: readonly GotchaCase[] = [
  { name: 'the port has another name', caught: true, app: (stack) => void connected(stack, {}, { port: { Name: 'web' } }) },
  { name: 'the port has no name', caught: true, app: (stack) => void connected(stack, {}, { port: { Name: undefined } }) },
  {
    name: 'two ports have the name',
    caught: true,
    app: (stack) => void service(stack, {
      TaskDefinition: fargateTask(stack, {}, { PortMappings: [{ ContainerPort: 80, Name: 'http' }, { ContainerPort: 81, Name: 'http' }] }).ref,
      ServiceConnectConfiguration: { Enabled: true, Services: [{ PortName: 'http' }] },
    }),
  },
  { name: 'there are two aliases', caught: true, app: (stack) => void connected(stack, { ClientAliases: [{ Port: 80 }, { Port: 81 }] }) },
  { name: 'the alias is in capitals', caught: true, app: (stack) => void connected(stack, { ClientAliases: [{ DnsName: 'Web', Port: 80 }] }) },
  { name: 'the discovery name is in capitals', caught: true, app: (stack) => void connected(stack, { DiscoveryName: 'Web' }) },
  { name: 'the proxy listens on a privileged port', caught: true, app: (stack) => void connected(stack, { IngressPortOverride: 443 }) },
  { name: 'the proxy listens on no port', caught: true, app: (stack) => void connected(stack, { IngressPortOverride: 0 }) },
  { name: 'the proxy listens on a port of its own', caught: false, app: (stack) => void connected(stack, { IngressPortOverride: 15000 }) },
  { name: 'the port has the name', caught: false, app: (stack) => void connected(stack) },
  { name: 'the alias has parts', caught: false, app: (stack) => void connected(stack, { ClientAliases: [{ DnsName: 'web.shop.local', Port: 80 }] }) },
  { name: 'the service only calls others', caught: false, app: (stack) => void connected(stack, {}, { connect: { Services: undefined } }) },
  { name: 'it is off', caught: false, app: (stack) => void connected(stack, {}, { port: { Name: 'web' }, connect: { Enabled: false } }) },
  { name: 'a parameter names the port', caught: false, notChecked: true, app: (stack) => void connected(stack, { PortName: parameter(stack) }) },
  { name: 'a parameter is the alias', caught: false, notChecked: true, app: (stack) => void connected(stack, { ClientAliases: [{ DnsName: parameter(stack), Port: 80 }] }) },
];

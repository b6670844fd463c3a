import { connected } from './connected-service.cases';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const EC2 = { LaunchType: 'EC2' };

function onInstances(networkMode: unknown) {
  return { service: EC2, task: { RequiresCompatibilities: ['EC2'], NetworkMode: networkMode } };
}

export const cases: readonly GotchaCase[] = [
  { name: 'another controller deploys it', caught: true, app: (stack) => void connected(stack, {}, { service: { DeploymentController: { Type: 'EXTERNAL' } } }) },
  { name: 'it runs on machines of its own', caught: true, app: (stack) => void connected(stack, {}, { service: { LaunchType: 'EXTERNAL' } }) },
  { name: 'tasks share the network of the instance', caught: true, app: (stack) => void connected(stack, {}, onInstances('host')) },
  {
    name: 'it runs on Windows',
    caught: true,
    app: (stack) => void connected(stack, {}, { task: { RuntimePlatform: { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } } }),
  },
  { name: 'there is TLS in bridge mode', caught: true, app: (stack) => void connected(stack, { Tls: { IssuerCertificateAuthority: {} } }, onInstances('bridge')) },
  { name: 'it runs on Fargate', caught: false, app: (stack) => void connected(stack, { Tls: { IssuerCertificateAuthority: {} } }) },
  { name: 'it runs in bridge mode', caught: false, app: (stack) => void connected(stack, {}, onInstances('bridge')) },
  { name: 'it is off', caught: false, app: (stack) => void connected(stack, {}, { ...onInstances('host'), connect: { Enabled: false } }) },
  { name: 'a parameter decides the network mode', caught: false, notChecked: true, app: (stack) => void connected(stack, {}, onInstances(parameter(stack))) },
];

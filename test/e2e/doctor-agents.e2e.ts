import type { Service } from '@aws-sdk/client-ecs';
import { deployedExample } from './support/deployment';
import { doctor, named } from './support/doctor';

/** Instances that can't run what they are to run: the doctor names that, and only that. */
describe('ecs-guardrails doctor on container instances', () => {
  const example = deployedExample('ec2-worker', {});
  let service: Service;

  const look = async () => named(await doctor(example().emulator, '--cluster', service.clusterArn!, '--service', service.serviceName!));
  const instances = (...all: object[]): Promise<void> => example().emulator.happen('instances', { cluster: service.clusterArn, instances: all });
  const agent = (agentVersion: string, agentConnected = true): object => ({ versionInfo: { agentVersion }, agentConnected });
  const NEW = agent('1.105.1');

  beforeAll(async () => {
    service = await example().account.service();
  });

  test('instances that can do it all are healthy', async () => {
    await instances(NEW, NEW);
    expect(await look()).toEqual([]);
  });

  test('a disconnected agent', async () => {
    await instances(NEW, agent('1.105.1', false));
    expect(await look()).toEqual(['error ec2-agent-disconnected']);
  });

  test('agents that are too old for the task', async () => {
    await instances(agent('1.14.0'), agent('1.14.0'));
    expect(await look()).toEqual(['error ec2-agent-outdated']);
  });

  test('one agent that is too old', async () => {
    await instances(NEW, agent('1.14.0'));
    expect(await look()).toEqual(['warning ec2-agent-outdated']);
  });
});

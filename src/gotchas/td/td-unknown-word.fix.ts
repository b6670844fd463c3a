import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ taskDefinition }) => {
  const definition = taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
  definition.runtimePlatform = { cpuArchitecture: 'AMD64', operatingSystemFamily: 'LINUX' };
};

export const plain: Fix = ({ taskDefinition }) => {
  const definition = taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
  definition.runtimePlatform = { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' };
};

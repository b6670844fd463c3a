import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ taskDefinition }) => {
  const definition = taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
  definition.addPropertyOverride('ContainerDefinitions.0.Entrypoint', ['node', 'server.js']);
};

export const plain: Fix = ({ taskDefinition }) => {
  const definition = taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
  definition.addPropertyOverride('ContainerDefinitions.0.EntryPoint', ['node', 'server.js']);
};

import * as ecs from 'aws-cdk-lib/aws-ecs';

/**
 * The name at which a container reaches an agent of its task: `localhost`, or in bridge mode the name of the agent, which a link
 * resolves.
 */
export function agentHost(container: ecs.ContainerDefinition, agent: ecs.ContainerDefinition): string {
  const { networkMode } = container.taskDefinition;
  if (networkMode !== ecs.NetworkMode.BRIDGE) return 'localhost';
  container.addLink(agent, agent.containerName);
  return agent.containerName;
}

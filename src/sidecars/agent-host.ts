import * as ecs from 'aws-cdk-lib/aws-ecs';

/** Agents that a container has a link to: ECS refuses a second link to the same one. */
const LINKED = new WeakMap<ecs.ContainerDefinition, Set<ecs.ContainerDefinition>>();

/**
 * The name at which a container reaches an agent of its task: `localhost`, or in bridge mode the name of the agent, which a link
 * resolves.
 */
export function agentHost(container: ecs.ContainerDefinition, agent: ecs.ContainerDefinition): string {
  const { networkMode } = container.taskDefinition;
  if (networkMode !== ecs.NetworkMode.BRIDGE) return 'localhost';
  const linked = LINKED.get(container) ?? new Set();
  if (!linked.has(agent)) container.addLink(agent, agent.containerName);
  LINKED.set(container, linked.add(agent));
  return agent.containerName;
}

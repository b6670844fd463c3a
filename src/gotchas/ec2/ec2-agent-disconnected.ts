import { defineLiveGotcha } from '../definition';

export const ec2AgentDisconnected = defineLiveGotcha({
  id: 'ec2-agent-disconnected',
  title: 'Container instances without a connected agent',
  consequence: 'never-works',
  symptom: '`encountered error "AGENT".`',
  why: 'ECS places no task on such an instance, and shows its tasks in the last state that the agent reported.',
  rule: 'The agent of each container instance is connected, and no instance is impaired.',
  fix: 'restart the agent with `sudo systemctl restart ecs`, or replace the instances; check their role, their route to ECS and /var/log/ecs',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bp-container-instances-disconnected.html',
});

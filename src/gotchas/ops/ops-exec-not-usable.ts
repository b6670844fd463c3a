import { defineLiveGotcha } from '../definition';

export const opsExecNotUsable = defineLiveGotcha({
  id: 'ops-exec-not-usable',
  title: 'ECS Exec is enabled, and its agent does not run',
  consequence: 'misbehaves',
  symptom: '`TargetNotConnectedException` from `aws ecs execute-command`.',
  why: 'The agent of ECS Exec starts beside the container and needs permissions, a route to Systems Manager and a writable file system.',
  rule: 'The agent of ECS Exec runs in each container of a service that enables it, ten minutes after the task has started.',
  fix: 'grant the task role the four ssmmessages actions, add a route to Systems Manager, and use no read-only root file system',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec-troubleshooting.html',
  causalRank: 'none',
});

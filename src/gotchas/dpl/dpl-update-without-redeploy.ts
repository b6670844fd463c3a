import { defineLiveGotcha } from '../definition';

export const dplUpdateWithoutRedeploy = defineLiveGotcha({
  id: 'dpl-update-without-redeploy',
  title: 'Tasks from before a change of their service',
  consequence: 'misbehaves',
  symptom: 'ECS Exec ends with `TargetNotConnectedException`, or tasks still run on the former capacity provider.',
  why: 'ECS applies capacity providers and ECS Exec to new tasks only: such a change starts no deployment.',
  rule: 'Running tasks have the capacity providers and the ECS Exec setting of their service.',
  fix: 'force a new deployment',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html',
  causalRank: 'none',
});

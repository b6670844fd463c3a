import { allowsOut } from './admission';
import { startupNeeds } from './startup-needs';
import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const netEgressClosed = defineGotcha({
  id: 'net-egress-closed',
  title: 'Security groups that keep tasks from their image',
  consequence: 'never-works',
  symptom: 'Tasks stop after minutes with `CannotPullContainerError` or `ResourceInitializationError`, and an `i/o timeout` at the end of it.',
  why: 'On Fargate the task itself pulls its image, reads its secrets and writes its logs, over HTTPS and through its own security groups. Rules for traffic out replace the one that allows all of it.',
  rule: 'The security groups of tasks on Fargate allow TCP port 443 out, to the addresses of the services, to the security group of their endpoints or to a prefix list.',
  fix: 'allow TCP 443 out of a security group of the tasks',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html',
  levels: ['synth'],
  avoidedBy: 'Services allow all traffic out unless you set their security groups or close those.',
  causalRank: 'start',
  subject: 'service',
  alsoOn: ['taskLaunch'],
  needs: ['onFargate', 'network', 'task'],
  check: ({ onFargate, network, task }) => {
    if (!onFargate || !network) return [];
    const groups = known(network.securityGroups);
    if (groups.length === 0 || groups.flatMap(({ egress }) => known(egress)).some((rule) => allowsOut(rule, 443))) return [];
    const { known: needs, open } = startupNeeds(task);
    if (needs.length === 0) return open.length === 0 ? [] : [{ notChecked: open[0].fact.reason }];
    return [{ property: 'securityGroups', detail: `securityGroups (no rule for TCP 443 out) keep tasks from ${needs.join(', ')}` }];
  },
});

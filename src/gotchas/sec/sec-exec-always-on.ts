import type { ClusterFacts } from '../../facts/cluster';
import { Unknown } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const secExecAlwaysOn = defineGotcha({
  id: 'sec-exec-always-on',
  title: 'Shells can be opened in running containers',
  consequence: 'risk',
  symptom: '`ExecuteCommand` in CloudTrail, and no word of what was typed.',
  why: 'A session of ECS Exec is root in the container whatever its user, with its secrets and task role; with logging NONE there is no record of it.',
  rule: '`enableExecuteCommand` left on is worth knowing, unless the cluster records sessions with the logging `OVERRIDE` and encrypts them with a `kmsKeyId`; where it has the logging `NONE`, it is a warning.',
  fix: 'turn enableExecuteCommand on for as long as it is needed, or let the cluster record sessions and encrypt them',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
  levels: ['synth', 'live'],
  avoidedBy: 'ECS Exec of our services is off unless asked for. `ExecAudit` records and encrypts each session, and `ExecAccess` limits who opens one.',
  causalRank: 'none',
  subject: 'service',
  needs: ['executeCommand'],
  reads: ['cluster'],
  check: ({ executeCommand, cluster }) => {
    if (!executeCommand || isAudited(cluster)) return [];
    const isUnrecorded = cluster.executeCommandLogging === 'NONE';
    return [{
      property: 'enableExecuteCommand',
      consequence: isUnrecorded ? 'risk' : 'worth-knowing',
      detail: `enableExecuteCommand (true) allows each principal that may call it to be root in the containers${isUnrecorded ? ', and the cluster records nothing' : ''}`,
    }];
  },
});

/** True if sessions have a place and a key of their own. */
function isAudited({ executeCommandLogging, sessionRecords }: ClusterFacts): boolean {
  return executeCommandLogging === 'OVERRIDE' && !(sessionRecords instanceof Unknown) && sessionRecords?.hasKey === true;
}

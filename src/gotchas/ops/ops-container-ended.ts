import { defineLiveGotcha } from '../definition';

export const opsContainerEnded = defineLiveGotcha({
  id: 'ops-container-ended',
  title: 'A container ended beside a running application',
  consequence: 'misbehaves',
  symptom: 'A task is RUNNING, and one of its containers is STOPPED with an exit code other than 0, or UNHEALTHY.',
  why: 'A container that is not essential ends by itself: the task runs on without its logs, traces, proxy or secrets.',
  rule: 'In a running task, each container runs or has ended with exit code 0. One that has ports or a health check, or that collects logs, metrics or traces, runs, and none is unhealthy.',
  fix: 'read the last log lines of the container; set restartPolicy on it, or make it essential if the application needs it',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-restart-policy.html',
  causalRank: 'none',
});

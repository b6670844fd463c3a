import type { ContainerFacts } from '../../facts/container';
import { anyKnown, known, knownOf, whereKnown } from '../../facts/fact';
import { defineGotcha } from '../definition';
import { ofContainer } from '../naming';

const CPU = ['ECSServiceAverageCPUUtilization', 'ECSServiceAverageCPUUtilizationHighResolution'];

/** Settings of common servers for the number of their workers or threads. */
const OF_POOLS = new Set([
  'WEB_CONCURRENCY', 'GUNICORN_WORKERS', 'UVICORN_WORKERS', 'WEB_WORKERS', 'RAILS_MAX_THREADS', 'PUMA_WORKERS', 'PUMA_MAX_THREADS', 'UNICORN_WORKERS',
  'PASSENGER_MAX_POOL_SIZE', 'PHP_FPM_PM_MAX_CHILDREN', 'PHP_PM_MAX_CHILDREN', 'SERVER_TOMCAT_THREADS_MAX', 'SERVER_TOMCAT_MAX_THREADS', 'SERVER_JETTY_THREADS_MAX',
]);

/** A server with workers, and what stands behind it. */
const SERVER = /\b(?:gunicorn|uvicorn|hypercorn|uwsgi|waitress-serve|puma|unicorn)\b(.*)/;
const POOL = /\s(--workers|--processes|--threads|-w|-t)(?:[ =]|\d)/;

export const sclMetricDoesNotTrackLoad = defineGotcha({
  id: 'scl-metric-does-not-track-load',
  title: 'A web service with a fixed number of workers that scales on CPU alone',
  consequence: 'worth-knowing',
  symptom: 'Latency rises and requests time out, while CPU is low and the count stays where it is.',
  why: 'Workers that wait for a database or another service use no CPU. When all of a fixed number wait, requests queue before the CPU is busy, so the service does not scale out.',
  rule: 'A service behind an Application Load Balancer that scales needs at least 1 policy that isn\'t target tracking on CPU, where a container sets the number of its workers: by an option of its command (`gunicorn --workers 4`) or a variable '
    + '(`WEB_CONCURRENCY`, `RAILS_MAX_THREADS`). Without one, no template shows whether CPU follows the load.',
  fix: 'add a policy on ALBRequestCountPerTarget, or acknowledge this for a service whose load is CPU',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/capacity-autoscaling-best-practice.html',
  levels: ['synth'],
  subject: 'service',
  needs: ['loadBalancers', 'scaling'],
  reads: ['task'],
  check: ({ loadBalancers, scaling, task }) => {
    const isBehindAlb = scaling !== undefined && anyKnown(loadBalancers, ({ targetGroup }) => ['HTTP', 'HTTPS'].includes(known(targetGroup.protocol) ?? ''));
    if (!isBehindAlb) return [];
    const policies = known(scaling.policies);
    const onCpuOnly = policies.length > 0 && !anyKnown(policies, ({ kind, metric }) => known(kind) !== 'target-tracking' || !CPU.includes(known(metric) ?? ''));
    if (!onCpuOnly) return [];
    const [container] = whereKnown(known(known(task).containers), (one) => poolOf(one) !== undefined);
    return !container ? [] : [{
      detail: `scaling (CPU alone) may not follow the requests that a load balancer sends: ${poolOf(container)} of ${ofContainer(container)} sets the number of its workers`,
      property: 'scaling',
    }];
  },
});

/** The setting by which a container has a fixed number of workers. */
function poolOf({ command, environment }: ContainerFacts): string | undefined {
  const words = known(command);
  const [, options = ''] = SERVER.exec(knownOf(words).join(' ')) ?? [];
  const option = POOL.exec(options)?.[1];
  if (option) return option;
  const [variable] = whereKnown(known(environment), ({ name }) => OF_POOLS.has(known(name)));
  if (variable) return known(variable.name);
  // A word that is not known may be the option.
  words.forEach(known);
  return undefined;
}

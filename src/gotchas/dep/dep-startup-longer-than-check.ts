import type { ContainerFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

/** Defaults of ECS. */
const INTERVAL_SECONDS = 30;
const RETRIES = 3;

/** Few programs are ready, and stay so under load, in less. */
const SHORT_SECONDS = 10;

export const depStartupLongerThanCheck = defineGotcha({
  id: 'dep-startup-longer-than-check',
  title: 'A container is given up before it can be healthy',
  consequence: 'misbehaves',
  symptom: '`(service …) (task …) failed container health checks.`, a few seconds or minutes after each start.',
  why: 'The first check comes one interval after the start, and as many failures as retries make a container unhealthy: '
    + 'with less time than the start takes, ECS kills each task while it boots and starts the next.',
  rule: 'Without a `startPeriod`, `interval` (30 s by default) times `retries` (3) is at least 10 s. Where others wait for its health, `startTimeout` of a container is at least one `interval`.',
  fix: 'set startPeriod to the longest that the start may take, and startTimeout to more than one interval',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
  levels: ['synth', 'live'],
  causalRank: 'symptom',
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => all(
    () => each(containers, shortOfTime),
    () => {
      const waitedFor = new Set(containers.flatMap((container) => known(container.dependsOn))
        .filter(({ condition }) => known(condition) === 'HEALTHY').map(({ containerName }) => known(containerName)));
      return waitedFor.size === 0 ? [] : each(containers, (container) => waitedFor.has(known(container.name)) ? givenUpEarly(container) : []);
    },
  ),
});

function shortOfTime(container: ContainerFacts): readonly Result[] {
  const check = known(container.healthCheck);
  if (!check || known(check.startPeriodSeconds)) return [];
  const seconds = (known(check.intervalSeconds) ?? INTERVAL_SECONDS) * (known(check.retries) ?? RETRIES);
  return seconds >= SHORT_SECONDS ? [] : [{
    property: ofContainer(container, 'healthCheck'),
    detail: `healthCheck (unhealthy after ${seconds} s) leaves no time to start, without a startPeriod`,
  }];
}

function givenUpEarly(container: ContainerFacts): readonly Result[] {
  const [check, timeout] = [known(container.healthCheck), known(container.startTimeoutSeconds)];
  if (!check || timeout === undefined) return [];
  const interval = known(check.intervalSeconds) ?? INTERVAL_SECONDS;
  return timeout >= interval ? [] : [{
    property: ofContainer(container, 'startTimeout'),
    detail: `startTimeout (${timeout} s) is over before the first health check, ${interval} s after the start`,
    fix: `set startTimeout to more than ${interval} s, or healthCheck.interval to less`,
  }];
}

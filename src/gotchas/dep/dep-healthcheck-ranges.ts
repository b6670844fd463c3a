import type { HealthCheckFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

const RANGES = [
  { property: 'interval', fact: 'intervalSeconds', from: 5, to: 300, unit: ' s' },
  { property: 'timeout', fact: 'timeoutSeconds', from: 2, to: 60, unit: ' s' },
  { property: 'retries', fact: 'retries', from: 1, to: 10, unit: '' },
  { property: 'startPeriod', fact: 'startPeriodSeconds', from: 0, to: 300, unit: ' s' },
] as const satisfies readonly { fact: keyof HealthCheckFacts; [key: string]: unknown }[];

export const depHealthcheckRanges = defineGotcha({
  id: 'dep-healthcheck-ranges',
  title: 'A number of the container health check is out of range',
  consequence: 'rejected',
  symptom: '`Health check retries must be less than or equal to the maximum allowed value 10 for container …`, and the like for the other numbers.',
  why: 'ECS refuses to register a container health check beyond its limits, which are narrower than those of Docker and of the CDK.',
  rule: '`interval` is 5 to 300 s, `timeout` 2 to 60 s, `retries` 1 to 10, `startPeriod` 0 to 300 s.',
  fix: 'stay within the range',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
  levels: ['construct', 'synth', 'live'],
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => {
    const healthCheck = known(container.healthCheck);
    if (!healthCheck) return [];
    return each(RANGES, ({ property, fact, from, to, unit }) => {
      const value = known(healthCheck[fact]);
      if (value === undefined || (value >= from && value <= to)) return [];
      return [{
        property: ofContainer(container, `healthCheck.${property}`),
        detail: `healthCheck.${property} (${value}${unit}) is out of range, it goes from ${from} to ${to}${unit}`,
        fix: `set healthCheck.${property} to ${from} to ${to}${unit}`,
      }];
    });
  }),
});

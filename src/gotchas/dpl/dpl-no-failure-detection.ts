import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const dplNoFailureDetection = defineGotcha({
  id: 'dpl-no-failure-detection',
  title: 'Nothing stops a deployment whose tasks do not start',
  severity: 'warning',
  why: 'ECS starts a broken revision again and again, and CloudFormation waits for up to three hours before it rolls back.',
  fix: 'turn on the deployment circuit breaker with rollback, or deployment alarms',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html',
  levels: ['synth', 'live'],
  designedOut: 'Services have the circuit breaker with rollback on by default.',
  subject: 'service',
  needs: ['controller', 'strategy', 'circuitBreaker', 'alarms'],
  check: ({ controller, strategy, circuitBreaker, alarms }) => {
    if (controller !== 'ECS' || strategy !== 'ROLLING') return [];
    const isWatched = known(circuitBreaker?.enabled) === true || known(alarms?.enabled) === true;
    return isWatched ? [] : [{ detail: 'circuitBreaker (off) leaves a failing deployment running', property: 'circuitBreaker' }];
  },
});

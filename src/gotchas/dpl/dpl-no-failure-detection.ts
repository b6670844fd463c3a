import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const dplNoFailureDetection = defineGotcha({
  id: 'dpl-no-failure-detection',
  title: 'Nothing stops a deployment whose tasks do not start',
  consequence: 'misbehaves',
  symptom: 'The stack stays in `UPDATE_IN_PROGRESS` for three hours, while tasks start and stop.',
  why: 'ECS starts a broken revision again and again, and CloudFormation waits for up to three hours before it rolls back.',
  rule: 'A rolling deployment by ECS has the circuit breaker or deployment alarms enabled. For a daemon it is worth knowing only: AWS counts failures against a desired count, and does not document it for a daemon.',
  fix: 'turn on the deployment circuit breaker with rollback, or deployment alarms',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Rolling deployments of our services have the circuit breaker with rollback on by default.',
  subject: 'service',
  needs: ['controller', 'strategy', 'circuitBreaker', 'alarms'],
  reads: ['schedulingStrategy'],
  check: ({ controller, strategy, circuitBreaker, alarms, schedulingStrategy }) => {
    if (controller !== 'ECS' || strategy !== 'ROLLING') return [];
    const isWatched = known(circuitBreaker?.enabled) === true || known(alarms?.enabled) === true;
    if (isWatched) return [];
    const found = { detail: 'circuitBreaker (off) leaves a failing deployment running', property: 'circuitBreaker' };
    return known(schedulingStrategy) === 'DAEMON' ? [{ ...found, consequence: 'worth-knowing' }] : [found];
  },
});

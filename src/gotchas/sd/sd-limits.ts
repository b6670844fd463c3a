import { known } from '../../facts/fact';
import { all, defineGotcha, each } from '../definition';

const MOST_TASKS = 1000;

export const sdLimits = defineGotcha({
  id: 'sd-limits',
  title: 'More tasks than Cloud Map supports, or public names for private tasks',
  consequence: 'misbehaves',
  symptom: 'Tasks beyond the 1000th are not registered; or callers from the internet get addresses like 10.0.1.23, which they can\'t reach.',
  why: 'Cloud Map registers 1000 tasks of a service at most, a fixed quota, and ECS registers the private addresses of tasks, also in a public namespace.',
  rule: '`maxCapacity`, or `desiredCount` of a service that doesn\'t scale, is 1000 at most in a Cloud Map service, and its namespace isn\'t public.',
  fix: 'scale to 1000 tasks at most, and use a private namespace, or a load balancer for callers from the internet',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html',
  levels: ['synth', 'live'],
  causalRank: 'none',
  subject: 'registry',
  needs: ['registrants'],
  reads: ['namespaceKind'],
  check: ({ registrants, namespaceKind }) => registrants.length === 0 ? [] : all(
    () => each(registrants, ({ service, mostTasks }) => known(mostTasks) <= MOST_TASKS ? [] : [{
      property: 'maxCapacity', detail: `maxCapacity (${known(mostTasks)} tasks of ${known(service)}) is more than the ${MOST_TASKS} that Cloud Map allows`, fix: `scale to ${MOST_TASKS} tasks at most`,
    }]),
    () => known(namespaceKind) !== 'public-dns' ? [] : [{
      property: 'namespace',
      detail: 'namespace (public) answers the internet with the private addresses of tasks',
      fix: 'use a private namespace, or a load balancer for callers from the internet',
    }],
  ),
});

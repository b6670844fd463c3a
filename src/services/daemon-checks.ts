import { ec2DaemonRules } from '../gotchas/ec2/ec2-daemon-rules';
import { refuse } from '../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service-options.html';

/** Properties of replicas, and the reason why a daemon has none of them. */
const OF_REPLICAS: { readonly [property: string]: string } = {
  desiredCount: 'ECS runs one task on each instance',
  placementStrategies: 'ECS places one task on each instance',
  capacity: 'ECS refuses a capacity provider strategy for a daemon, which runs on all instances of the cluster',
  deployment: 'ECS replaces the task of each instance in place',
};

/** Throws for what only replicas have: the types exclude it, but not in JavaScript and not in a spread object. */
export function checkDaemon(at: string, props: object): void {
  for (const [property, why] of Object.entries(OF_REPLICAS)) {
    if ((props as Readonly<Record<string, unknown>>)[property] === undefined) continue;
    refuse({
      headline: `${property} is set, and is not for a daemon`,
      gotcha: ec2DaemonRules,
      at,
      property,
      why: `${why}.`,
      fix: `leave out ${property}, or use an Ec2WorkerService`,
      docs: DOCS,
    });
  }
}

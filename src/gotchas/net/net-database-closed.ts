import { allowsOut, covers } from './admission';
import type { DataStoreFacts } from '../../facts/data-store';
import { anyKnown, known, Unknown } from '../../facts/fact';
import type { SecurityGroupFacts } from '../../facts/security-group';
import { all, defineGotcha, each, type Result } from '../definition';

export const netDatabaseClosed = defineGotcha({
  id: 'net-database-closed',
  title: 'A database that is closed to the tasks that connect to it',
  consequence: 'misbehaves',
  symptom: 'The application logs `connection timed out` for its database or cache, and the tasks may stop and start again and again.',
  why: 'ECS and RDS never edit security groups: a connection needs a rule out of those of the tasks and a rule into those of the database, for its port. Without one it ends in a timeout.',
  rule: 'A database or cache of the app, whose endpoint or secret a container has in `environment` or `secrets`, allows TCP on its port from a security group of the tasks or from addresses, and the security '
    + 'groups of the tasks allow the port out.',
  fix: 'allow the port into the database from the tasks: database.connections.allowDefaultPortFrom(service)',
  docsUrl: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html',
  levels: ['synth'],
  subject: 'service',
  alsoOn: ['taskLaunch'],
  needs: ['dataStores', 'network'],
  check: ({ dataStores, network }) => each(dataStores, (store) => {
    if (!network) return [{ notChecked: 'the tasks have the network of their instances' }];
    const groups = known(network.securityGroups);
    if (groups.length === 0) return [{ notChecked: 'the tasks have the default security group of their VPC' }];
    return all(() => closedIn(store, groups), () => closedOut(store, groups));
  }),
});

function closedIn({ id: store, name, port, securityGroups }: DataStoreFacts, groups: readonly SecurityGroupFacts[]): readonly Result[] {
  const ids = groups.map(({ id }) => known(id));
  const rules = known(securityGroups).flatMap(({ ingress }) => known(ingress));
  const forTasks = rules.filter(({ fromGroup }) => fromGroup === undefined || ids.includes(known(fromGroup)));
  if (forTasks.length > 0 && anyKnown(forTasks, (rule) => rule.portOf === store || covers(rule, known(port)))) return [];
  return [{ property: 'securityGroups', detail: `securityGroups (${groups.length}) of the tasks are not allowed into ${name}, whose endpoint the containers have` }];
}

function closedOut({ name, port }: DataStoreFacts, groups: readonly SecurityGroupFacts[]): readonly Result[] {
  const rules = groups.flatMap(({ egress }) => known(egress));
  const number = rules.some(({ protocol }) => protocol === '-1') ? undefined : port;
  if (number === undefined) return [];
  if (number instanceof Unknown) return [{ notChecked: number.reason }];
  return rules.some((rule) => allowsOut(rule, number)) ? [] : [{
    property: 'securityGroups',
    detail: `securityGroups (${groups.length}) of the tasks allow no traffic out to port ${number} of ${name}`,
    fix: 'allow the port out of the tasks: service.connections.allowToDefaultPort(database)',
  }];
}

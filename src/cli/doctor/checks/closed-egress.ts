import { known } from '../../../facts/fact';
import { runsOnInstances } from '../compute';
import { onService } from '../live-check';
import { isOpenOut } from '../open-ports';

const HTTPS_PORT = 443;

/** Tasks whose security groups have no outbound rule for port 443, which the start of a task needs. */
export const closedEgress = onService({
  id: 'net-no-egress-path',
  check: ({ cluster, live: { service, network } }) => {
    // On instances the agent makes these connections, from the network of its host.
    if (runsOnInstances(service, cluster)) return [];
    const it = known(network);
    const own = service.networkConfiguration?.awsvpcConfiguration?.securityGroups ?? [];
    const groups = it?.securityGroups.filter(({ GroupId }) => own.includes(GroupId!)) ?? [];
    // Of a group that is gone nothing is known.
    if (groups.length === 0 || groups.length < own.length || groups.some((group) => isOpenOut(group, HTTPS_PORT))) return [];
    return [{
      property: 'securityGroups',
      severity: 'error',
      thing: own[0],
      detail: `securityGroups (${own.join(', ')}) have no outbound rule for port ${HTTPS_PORT}, so tasks can't pull an image, read a secret or write a log`,
      why: 'On Fargate, and in awsvpc mode for logs, the connections that start a task leave through its own security groups.',
      fix: `allow port ${HTTPS_PORT} in the outbound rules of a security group of the tasks, to the internet or to the endpoints and prefix lists that they use`,
    }];
  },
});

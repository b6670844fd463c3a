import type { CertificatesOf } from './certificates';
import type { LiveTargetGroup } from '../account';
import { fact, orMissing } from '../call-failed';
import { CALLS } from '../calls';
import type { Context } from '../context';
import { allPages } from '../pages';

/** The listeners of a load balancer with their rules and certificates; none where it has just been deleted. */
export function readListeners({ aws }: Context, LoadBalancerArn: string, certificatesOf: CertificatesOf): Promise<LiveTargetGroup['listeners']> {
  return fact(async () => {
    const listeners = await orMissing(() => allPages(aws, CALLS.describeListeners, { LoadBalancerArn }, (page) => page.Listeners));
    return Promise.all((listeners ?? []).map(async (listener) => {
      const [rules, certificates] = await Promise.all([
        orMissing(() => allPages(aws, CALLS.describeRules, { ListenerArn: listener.ListenerArn }, (page) => page.Rules)),
        certificatesOf(listener),
      ]);
      return { ...listener, Rules: rules ?? [], certificates };
    }));
  });
}

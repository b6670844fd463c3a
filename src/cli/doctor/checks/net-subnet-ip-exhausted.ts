import { known } from '../../../facts/fact';
import { onService } from '../live-check';

export const netSubnetIpExhausted = onService({
  id: 'net-subnet-ip-exhausted',
  check: ({ live: { service, network } }) => {
    const it = known(network);
    if (!it || it.subnets.length === 0) return [];
    const { desiredCount = 0, deploymentConfiguration, schedulingStrategy } = service;
    if (schedulingStrategy === 'DAEMON' || desiredCount === 0) return [];
    const free = it.subnets.reduce((total, { AvailableIpAddressCount = 0 }) => total + AvailableIpAddressCount, 0);
    const extra = Math.max(1, Math.floor(desiredCount * ((deploymentConfiguration?.maximumPercent ?? 200) - 100) / 100));
    if (free >= extra) return [];
    return [{
      property: 'subnets',
      severity: free === 0 ? 'error' as const : 'warning' as const,
      detail: `subnets (${it.subnets.map(({ SubnetId }) => SubnetId).join(', ')}) have ${free} free addresses, and a deployment needs ${extra}`,
      fix: 'add bigger subnets to the service, or lower maxHealthyPercent',
    }];
  },
});

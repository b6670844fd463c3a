import { known } from '../../../facts/fact';
import { onService } from '../live-check';

const FEW_PERCENT = 30;

export const costOversized = onService({
  id: 'cost-oversized',
  check: ({ live: { service, utilization } }) => {
    const isFargate = service.launchType === 'FARGATE' || (service.capacityProviderStrategy ?? []).some(({ capacityProvider }) => capacityProvider?.startsWith('FARGATE'));
    if (!isFargate) return [];
    const { cpu, memory } = known(utilization);
    if (cpu === undefined || memory === undefined || cpu >= FEW_PERCENT || memory >= FEW_PERCENT) return [];
    return [{ property: 'size', detail: `size (at most ${Math.round(cpu)} % of its CPU and ${Math.round(memory)} % of its memory in 14 days) is more than the tasks use` }];
  },
});

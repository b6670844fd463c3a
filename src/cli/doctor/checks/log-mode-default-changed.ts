import { known } from '../../../facts/fact';
import { onService } from '../live-check';

const SETTING = 'defaultLogDriverMode';

/** Containers that leave it to the account whether their log may hold them up. */
export const logModeDefaultChanged = onService({
  id: 'log-mode-default-changed',
  check: ({ settings, live: { taskDefinition } }) => {
    const left = (known(taskDefinition).containerDefinitions ?? [])
      .filter(({ logConfiguration }) => logConfiguration?.logDriver === 'awslogs' && logConfiguration.options?.mode === undefined);
    if (left.length === 0) return [];
    const mode = known(settings).find(({ name }) => name === SETTING)?.value ?? 'non-blocking';
    return left.map(({ name }) => ({
      property: `containers[${name}].logConfiguration.mode`,
      detail: `logConfiguration.mode (none) of containers[${name}] is ${mode} by the account setting ${SETTING}`,
      why: mode === 'blocking' ? 'When CloudWatch Logs doesn\'t answer, the application stands still at its next line.' : undefined,
    }));
  },
});

import type { ServiceView } from './live-check';
import { Unknown } from '../../facts/fact';
import { primary } from '../collect/service-state';
import type { Deployment, Service, ServiceDeployment } from '../collect/shapes';

/** A deployment that failed, and that no later one has replaced. */
export interface LastFailure {
  /** State in the words of the API, such as `ROLLBACK_SUCCESSFUL`. */
  readonly status: string;
  /** Predicate of the deployment. */
  readonly means: string;
  /** Texts of AWS, the reason first. */
  readonly reasons: readonly string[];
  readonly alarms: readonly string[];
  readonly at?: Date;
}

const ENDED_BADLY: Readonly<Record<string, string | undefined>> = {
  ROLLBACK_REQUESTED: 'failed and is to be rolled back',
  ROLLBACK_IN_PROGRESS: 'failed and is being rolled back',
  ROLLBACK_SUCCESSFUL: 'failed and was rolled back: the old revision runs on',
  ROLLBACK_FAILED: 'failed, and so did its rollback',
};
const ROLLED_BACK = /rolling back to \(deployment ([^)]+)\)/;

/** The failure of the last deployment of a service; `undefined` if it went well or goes on. */
export function lastFailure({ live: { service, deployments } }: Pick<ServiceView, 'live'>): LastFailure | undefined {
  const newest = deployments instanceof Unknown ? undefined : deployments[0];
  return fromDeployment(newest) ?? fromRollout(primary(service)) ?? fromEvents(service);
}

function fromDeployment(newest: ServiceDeployment | undefined): LastFailure | undefined {
  const means = ENDED_BADLY[newest?.status ?? ''];
  if (!newest || means === undefined) return undefined;
  return {
    status: newest.status!,
    means,
    reasons: [newest.statusReason, newest.rollback?.reason].filter((text) => text !== undefined),
    alarms: newest.alarms?.triggeredAlarmNames ?? [],
    at: newest.finishedAt ?? newest.updatedAt,
  };
}

function fromRollout(deployment: Deployment | undefined): LastFailure | undefined {
  if (deployment?.rolloutState !== 'FAILED') return undefined;
  const { rolloutStateReason, updatedAt } = deployment;
  return { status: 'FAILED', means: 'failed', reasons: rolloutStateReason === undefined ? [] : [rolloutStateReason], alarms: [], at: updatedAt };
}

/** Once a service is steady again, its events alone may show that it was rolled back, while no later deployment has replaced that one. */
function fromEvents(service: Service): LastFailure | undefined {
  const events = [...service.events ?? []].sort((one, other) => Number(other.createdAt ?? 0) - Number(one.createdAt ?? 0));
  const index = events.findIndex(({ message }) => ROLLED_BACK.test(message ?? ''));
  const back = events[index];
  const target = ROLLED_BACK.exec(back?.message ?? '')?.[1];
  if (back === undefined || primary(service)?.id !== target) return undefined;
  const failed = events.slice(index).find(({ message }) => message?.includes('deployment failed'));
  const isOver = primary(service)?.rolloutState === 'COMPLETED';
  return {
    status: isOver ? 'ROLLBACK_SUCCESSFUL' : 'ROLLBACK_IN_PROGRESS',
    means: ENDED_BADLY[isOver ? 'ROLLBACK_SUCCESSFUL' : 'ROLLBACK_IN_PROGRESS']!,
    reasons: [failed?.message, back.message].filter((text) => text !== undefined),
    alarms: [],
    at: back.createdAt,
  };
}

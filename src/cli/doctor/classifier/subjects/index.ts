import { CONTAINER } from './container';
import { DEPLOYMENTS } from './deployments';
import { HEALTH } from './health';
import { IMAGE } from './image';
import { AGENT, CLOCK, DOCKER } from './instance';
import { FIRELENS, LOGS, OTHER_LOGS } from './logs';
import { MANAGED_INSTANCES } from './managed-instances';
import { NETWORK_INTERFACE } from './network-interface';
import { NO_FAULT } from './no-fault';
import { PLACEMENT } from './placement';
import { QUOTAS } from './quotas';
import { REGISTRY_CREDENTIALS, SIGN_IN } from './registry';
import { NO_CREDENTIALS, ROLES } from './roles';
import { ENVIRONMENT_FILES, SECRETS } from './secrets';
import { TRAFFIC } from './traffic';
import { VOLUMES } from './volumes';
import { WINDOWS } from './windows';
import type { Subject } from '../meaning';

/** Subjects in the order in which they are tried: those with a name of their own before those that other texts mention too. */
export const SUBJECTS: readonly Subject[] = [
  ...DEPLOYMENTS,
  MANAGED_INSTANCES,
  NO_CREDENTIALS,
  DOCKER,
  CLOCK,
  ...VOLUMES,
  TRAFFIC,
  ...WINDOWS,
  ENVIRONMENT_FILES,
  REGISTRY_CREDENTIALS,
  SIGN_IN,
  IMAGE,
  FIRELENS,
  OTHER_LOGS,
  LOGS,
  SECRETS,
  ...ROLES,
  NETWORK_INTERFACE,
  ...QUOTAS,
  ...HEALTH,
  PLACEMENT,
  ...AGENT,
  ...CONTAINER,
  ...NO_FAULT,
];
